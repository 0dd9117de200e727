import Testing

@testable import ParseOutput

/// Whether bytes are UTF-8: sixteen at a time, one by one and by the standard library.
@Suite("UTF-8")
struct UTF8Tests {
    @Test("Every single byte and every pair is judged as the standard library does")
    func exhaustive() {
        for first in UInt8.min...(.max) {
            expectSame([first])
            // Where nothing is optimised, blocks are asked about the bounds alone.
            let seconds = usesVectors ? Array(UInt8.min...(.max)) : UTF8Samples.edges
            for second in seconds { expectSame([first, second]) }
            for second in UInt8.min...(.max) { expectBytesSame([first, second]) }
        }
    }

    @Test("Sequences of three and four bytes about every bound are judged as the standard library does")
    func edges() {
        for (number, sequence) in (UTF8Samples.three + UTF8Samples.four).enumerated() {
            if usesVectors || number % 3 == 0 { expectSame(sequence) } else { expectBytesSame(sequence) }
        }
    }

    @Test("A sequence is judged alike at every place, whatever stands around it", arguments: ["x", "é", "漢", "😀"])
    func everyPlace(surrounding: String) {
        let unit = Array(surrounding.utf8)
        for (number, sequence) in UTF8Samples.some.enumerated() {
            for place in 0...40 where usesVectors || (place + number) % 8 == 0 {
                // Filled up with ASCII where the place is not a whole number of characters from the start.
                let before = [UInt8](repeating: 0x61, count: place % unit.count) + repeated(unit, place / unit.count)
                expectSame(before + sequence)
                expectSame(before + sequence + repeated(unit, 40 / unit.count))
            }
        }
    }

    @Test("Damaged text is judged as the standard library does", arguments: 0..<20)
    func damaged(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed) &+ 900)
        for _ in 0..<(usesVectors ? 200 : 4) {
            var bytes = UTF8Samples.text(Int.random(in: 1...40, using: &generator), by: &generator)
            expectSame(bytes)
            let place = Int.random(in: bytes.indices, using: &generator)
            switch Int.random(in: 0...2, using: &generator) {
            case 0: bytes[place] = UTF8Samples.edges.randomElement(using: &generator) ?? 0xFF
            case 1: bytes.remove(at: place)
            default: bytes.insert(UTF8Samples.edges.randomElement(using: &generator) ?? 0xFF, at: place)
            }
            expectSame(bytes)
        }
    }

    @Test("A range may begin and end between any characters", arguments: 0..<6)
    func ranges(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed) &+ 77)
        let bytes = UTF8Samples.text(usesVectors ? 30 : 12, by: &generator)
        let bounds = (0...bytes.count).filter { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
        InputBuffer(bytes, at: 0).withBytes { padded in
            for lower in bounds {
                for upper in bounds where upper >= lower && (usesVectors || (upper + lower) % 5 == 0) {
                    #expect(padded.isUTF8ByBlocks(lower..<upper) && padded.isUTF8ByBytes(lower..<upper))
                }
            }
        }
    }

    @Test("A range that ends inside a character is refused, whatever comes behind it")
    func cutOff() {
        for before in 0...34 where usesVectors || before % 4 < 2 {
            for character in ["é", "漢", "😀"] {
                let start = [UInt8](repeating: 0x61, count: before)
                let bytes = start + Array(character.utf8) + start
                InputBuffer(bytes, at: 0).withBytes { padded in
                    for missing in 1..<character.utf8.count {
                        let end = before + character.utf8.count - missing
                        #expect(!padded.isUTF8ByBlocks(0..<end) && !padded.isUTF8ByBytes(0..<end))
                        #expect(!padded.isUTF8ByBlocks(before..<end) && !padded.isUTF8ByBytes(before..<end))
                    }
                }
            }
        }
    }

    private func repeated(_ unit: [UInt8], _ count: Int) -> [UInt8] {
        Array(repeatElement(unit, count: count).joined())
    }

    private func expectSame(_ bytes: [UInt8], _ location: SourceLocation = #_sourceLocation) {
        let expected = String(validating: bytes, as: UTF8.self) != nil
        InputBuffer(bytes, at: 0).withBytes { padded in
            let byBlocks = padded.isUTF8ByBlocks(0..<bytes.count)
            let byBytes = padded.isUTF8ByBytes(0..<bytes.count)
            guard byBlocks != expected || byBytes != expected else { return }
            Issue.record("\(bytes): \(byBlocks) by blocks, \(byBytes) by bytes", sourceLocation: location)
        }
    }

    private func expectBytesSame(_ bytes: [UInt8]) {
        let expected = String(validating: bytes, as: UTF8.self) != nil
        let found = InputBuffer(bytes, at: 0).withBytes { $0.isUTF8ByBytes(0..<bytes.count) }
        if found != expected { Issue.record("\(bytes): \(found) by bytes") }
    }
}
