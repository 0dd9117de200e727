import Testing

@testable import ParseOutput

/// The ends of runs inside strings: blocks, words and single bytes must agree wherever a run ends.
@Suite("Runs of characters")
struct RunTests {
    @Test("Blocks and words find every byte that ends a run, at every place")
    func everyStop() {
        for place in stride(from: 0, through: 70, by: usesVectors ? 1 : 5) { expectStops(at: place) }
        for place in 0...70 { expectStops(at: place, [0x00, 0x1F, 0x22, 0x5C, 0x80, 0xFF]) }
    }

    private func expectStops(at place: Int, _ stops: [UInt8] = Array(0...0x1F) + [0x22, 0x5C, 0x80, 0xC3, 0xFF]) {
        // Next to what ends a run: what comes just behind it, and its neighbours in other halves of the table.
        let text = (0..<place).map { Array(" !#[]~\u{7F}xA".utf8)[$0 % 9] }
        for stop in stops {
            expectSame(text + [stop] + Array("ab\"".utf8), from: 0)
            expectSame([0x22, stop] + text + [stop], from: 2)
        }
    }

    @Test("Random bytes give the same ends from every start", arguments: 0..<12)
    func randomBytes(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed))
        let common = Array(" x~!#[]\u{7F}é漢😀".utf8)
        var bytes: [UInt8] = []
        for _ in 0..<90 {
            let isRare = Int.random(in: 0..<(4 + seed * 2), using: &generator) == 0
            bytes.append(
                isRare ? .random(in: 0...255, using: &generator) : common.randomElement(using: &generator) ?? 0)
        }
        for start in stride(from: 0, to: bytes.count, by: usesVectors ? 1 : 3) { expectSame(bytes, from: start) }
    }

    @Test("A run that nothing ends goes on to the end of the bytes")
    func unended() {
        for count in 0...70 { expectSame([UInt8](repeating: UInt8(ascii: "x"), count: count), from: 0) }
    }

    @Test("A character that is cut off at the end is left out, and nothing else", arguments: ["é", "漢", "😀"])
    func wholeCharacters(character: String) {
        for before in 0...20 {
            let text = Array((String(repeating: "x", count: before) + "é漢😀" + character + character).utf8)
            for cut in 0...text.count {
                let bytes = Array(text[..<cut])
                let end = InputBuffer(bytes, at: 0).withBytes { $0.endOfWholeCharacters(from: 0, to: cut) }
                #expect(end == Self.wholeCount(bytes), "\(cut) of \(before) and \(character)")
                // More bytes behind the end to stop at change nothing.
                let within = InputBuffer(text, at: 0).withBytes { $0.endOfWholeCharacters(from: 0, to: cut) }
                #expect(within == end, "\(cut) within \(before) and \(character)")
            }
        }
    }

    @Test("What ends a run before the end ends the whole characters too, and no start is passed backwards")
    func wholeCharactersAtBounds() {
        let bytes = Array("é\"漢".utf8)
        InputBuffer(bytes, at: 0).withBytes { bytes in
            #expect(bytes.endOfWholeCharacters(from: 0, to: 6) == 2)
            #expect(bytes.endOfWholeCharacters(from: 0, to: 3) == 2)
            #expect(bytes.endOfWholeCharacters(from: 3, to: 3) == 3)
            #expect(bytes.endOfWholeCharacters(from: 3, to: 4) == 3)
            #expect(bytes.endOfWholeCharacters(from: 4, to: 6) == 6)
        }
    }

    /// How many bytes of valid text cut anywhere belong to whole characters.
    private static func wholeCount(_ bytes: [UInt8]) -> Int {
        var count = 0
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            index += lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
            if index <= bytes.count { count = index }
        }
        return count
    }

    private func expectSame(_ bytes: [UInt8], from start: Int, _ location: SourceLocation = #_sourceLocation) {
        let rest = bytes[start...]
        let run = rest.firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C } ?? bytes.count
        let asciiRun = rest.firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 >= 0x80 } ?? bytes.count
        InputBuffer(bytes, at: 0).withBytes { padded in
            let ends = [
                padded.endOfRunByBlocks(from: start), padded.endOfRunByWords(from: start), padded.endOfRun(from: start),
            ]
            let asciiEnds = [
                padded.endOfASCIIRunByBlocks(from: start), padded.endOfASCIIRunByWords(from: start),
                padded.endOfASCIIRun(from: start),
            ]
            guard ends != [run, run, run] || asciiEnds != [asciiRun, asciiRun, asciiRun] else { return }
            Issue.record("\(bytes) from \(start): \(ends), \(asciiEnds)", sourceLocation: location)
        }
    }
}
