import Testing

@testable import ParseOutput

/// The bytes that are held: where they are, what surrounds them, and how much memory they cost.
@Suite("The bytes that are held")
struct InputBufferTests {
    @Test("Whatever is taken and given up, what is held is what was written, between zeros", arguments: 0..<12)
    func random(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed))
        // From single bytes to pieces that outgrow what is kept.
        let longest = [1, 3, 40, 1_000, 1_025, 30_000][seed % 6]
        var document: [UInt8] = []
        var buffer = InputBuffer()
        var start = 0
        for _ in 0..<(longest > 2_000 ? 12 : 60) {
            let count = Int.random(in: 0...longest, using: &generator)
            let piece = (0..<count).map { UInt8(truncatingIfNeeded: (document.count + $0) % 251 + 1) }
            buffer.append(piece.span)
            document += piece
            expect(buffer, holds: document, from: start)
            start = Int.random(in: start...document.count, using: &generator)
            if seed < 6 { start = max(start, document.count - longest) }
            buffer.discard(upTo: Int64(start))
            expect(buffer, holds: document, from: start)
        }
        buffer.removeAll()
        expect(buffer, holds: document, from: document.count)
        buffer.append([1, 2, 3].span)
        expect(buffer, holds: document + [1, 2, 3], from: document.count)
    }

    @Test("No bytes change nothing, and one byte is one byte")
    func smallest() {
        var buffer = InputBuffer()
        buffer.append([UInt8]().span)
        #expect(buffer.start == 0 && buffer.end == 0 && buffer.capacity == 0)
        expect(buffer, holds: [], from: 0)
        buffer.append([7].span)
        expect(buffer, holds: [7], from: 0)
        let capacity = buffer.capacity
        buffer.append([UInt8]().span)
        #expect(buffer.capacity == capacity && buffer.end == 1)
    }

    @Test("Bytes from elsewhere keep their offset", arguments: [0, 1, 15, 16, 17, 5_000])
    func elsewhere(count: Int) {
        let bytes = (0..<count).map { UInt8($0 % 200 + 1) }
        var buffer = InputBuffer(bytes, at: 1 << 40)
        #expect(buffer.base == 1 << 40 && buffer.start == 1 << 40 && buffer.end == 1 << 40 + Int64(count))
        buffer.withBytes { padded in
            #expect(padded.count == count && padded.copy(0..<count) == bytes)
            #expect(Self.isBetweenZeros(padded))
        }
        buffer.append([9].span)
        buffer.withBytes { padded in
            #expect(padded.copy(0..<count + 1) == bytes + [9])
            #expect(Self.isBetweenZeros(padded))
        }
    }

    @Test("What is given up does not come back")
    func givenUp() {
        var buffer = InputBuffer()
        buffer.append([1, 2, 3, 4].span)
        buffer.discard(upTo: 3)
        buffer.discard(upTo: 1)
        #expect(buffer.start == 3 && buffer.end == 4)
        buffer.discard(upTo: 4)
        #expect(buffer.start == 4 && buffer.end == 4)
    }

    @Test("The memory of one huge element is given back once it is gone")
    func givenBack() {
        var buffer = InputBuffer()
        buffer.append([UInt8](repeating: 1, count: 3 << 20).span)
        #expect(buffer.capacity >= 3 << 20)
        buffer.discard(upTo: 3 << 20)
        buffer.append([2].span)
        #expect(buffer.capacity <= 80 << 10)
        #expect(buffer.start == 3 << 20 && buffer.end == 3 << 20 + 1)
        buffer.removeAll()
        #expect(buffer.capacity == 0)
    }

    @Test("An element that grows moves its bytes seldom, and costs no more than twice its length")
    func growth() {
        let piece = [UInt8](repeating: 1, count: 1_000)
        var buffer = InputBuffer()
        var moves = 0
        for _ in 0..<2_000 {
            let capacity = buffer.capacity
            buffer.append(piece.span)
            if buffer.capacity != capacity { moves += 1 }
            #expect(buffer.capacity <= max(80 << 10, 2 * Int(buffer.end)))
        }
        #expect(moves <= 12)
    }

    @Test("A copy goes on by itself")
    func copies() {
        var first = InputBuffer()
        first.append([1, 2, 3].span)
        var second = first
        first.append([4].span)
        second.discard(upTo: 2)
        second.append([5, 6].span)
        expect(first, holds: [1, 2, 3, 4], from: 0)
        expect(second, holds: [1, 2, 3, 5, 6], from: 2)
    }

    private func expect(
        _ buffer: InputBuffer,
        holds document: [UInt8],
        from start: Int,
        _ location: SourceLocation = #_sourceLocation
    ) {
        #expect(buffer.start == Int64(start) && buffer.end == Int64(document.count), sourceLocation: location)
        buffer.withBytes { bytes in
            let held = start - Int(buffer.base)..<document.count - Int(buffer.base)
            #expect(bytes.count == held.upperBound, sourceLocation: location)
            #expect(bytes.copy(held)[...] == document[start...], sourceLocation: location)
            #expect(Self.isBetweenZeros(bytes), sourceLocation: location)
        }
    }

    private static func isBetweenZeros(_ bytes: PaddedBytes) -> Bool {
        (-PaddedBytes.margin..<0).allSatisfy { bytes[$0] == 0 }
            && (bytes.count..<bytes.count + PaddedBytes.padding).allSatisfy { bytes[$0] == 0 }
    }
}
