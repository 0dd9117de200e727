import Testing

@testable import ParseOutput

@Suite("Decoding gzip")
struct GzipDecoderTests {
    @Test("What zlib wrote comes out", arguments: GzipFixture.all)
    func fixtures(fixture: GzipFixture) {
        #expect(GzipDecoder().outcome(of: fixture.bytes) == GzipOutcome(decoded: fixture.decoded))
    }

    @Test("A large document comes out, whatever its pieces", arguments: GzipEncoder.Method.allCases, [1_000, 16_384])
    func large(method: GzipEncoder.Method, pieceSize: Int) {
        let content = Self.longDocument(of: 300_000)
        let bytes = GzipEncoder.member(content, method)
        let pieces = stride(from: 0, to: bytes.count, by: pieceSize).map {
            bytes[$0..<min($0 + pieceSize, bytes.count)]
        }
        let outcome = GzipDecoder().outcome(of: pieces, upTo: 50_000)
        #expect(outcome.fault == nil)
        #expect(outcome.decoded == content)
        #expect(method == .stored || bytes.count < content.count / 2)
    }

    @Test("Matches reach back 32 KiB, whatever has been moved or handed out since")
    func farthestMatches() {
        let start = Self.noise(32 << 10)
        var content = start
        var tokens = start.map(DeflateWriter.Token.literal)
        // Across the place where the window moves what it keeps.
        while content.count < 300 << 10 {
            tokens.append(.match(length: 257, distance: 32 << 10))
            content += content[content.count - 32 << 10..<content.count - 32 << 10 + 257]
        }
        let bytes = GzipEncoder.member(of: content) { $0.writeFixed(tokens, isLast: true) }
        for count in [1 << 16, 10_007] {
            #expect(GzipDecoder().outcome(of: bytes, upTo: count) == GzipOutcome(decoded: content))
        }
    }

    @Test("Nothing is decoded before it is asked for, and no more than that", arguments: [1, 7, 258, 100_000])
    func onDemand(count: Int) throws {
        let bytes = GzipEncoder.member([UInt8](repeating: 7, count: 70_000), .fixed)
        var decoder = GzipDecoder()
        decoder.push(bytes[...])
        #expect(decoder.encodedBytes == bytes.count)
        #expect(decoder.decodedBytes == 0)
        for _ in 1...3 {
            let rest = Int(70_000 - decoder.decodedBytes)
            guard let piece = try decoder.next(upTo: count) else { break }
            #expect(piece.count == min(count, rest, 64 << 10))
            #expect(decoder.decodedBytes == 70_000 - rest + piece.count)
        }
    }

    @Test("It is complete once the trailer has been read")
    func completeness() throws {
        let fixture = GzipFixture.all[0]
        var decoder = GzipDecoder()
        decoder.push(fixture.bytes.dropLast())
        #expect(try decoder.next(upTo: 1 << 16) == fixture.decoded)
        #expect(try decoder.next(upTo: 1 << 16) == nil)
        #expect(!decoder.isComplete)
        #expect(throws: GzipFault(.truncated, at: Int64(fixture.bytes.count - 1))) { try decoder.finish() }
        decoder.push(fixture.bytes.suffix(1))
        #expect(try decoder.next(upTo: 1 << 16) == nil)
        #expect(decoder.isComplete)
        try decoder.finish()
        // Another member may follow, and then has to come whole.
        decoder.push([0x1F])
        #expect(try decoder.next(upTo: 1) == nil)
        #expect(!decoder.isComplete)
    }

    @Test("A copy goes on by itself")
    func copying() throws {
        let content = Self.longDocument(of: 40_000)
        let bytes = GzipEncoder.member(content, .fixed)
        let other = GzipEncoder.member(Array(content.reversed()), .fixed)
        var decoder = GzipDecoder()
        decoder.push(bytes[..<5_000])
        let begun = try #require(try decoder.next(upTo: 3_000))
        var copy = decoder
        var outcome = GzipOutcome(decoded: begun)
        outcome.drain(&decoder)
        decoder.push(bytes[5_000...])
        outcome.drain(&decoder)
        outcome.finish(decoder)
        #expect(outcome == GzipOutcome(decoded: content))
        // What the first one was given later is not the copy's.
        #expect(copy.encodedBytes == 5_000 && copy.decodedBytes == 3_000)
        var copied = GzipOutcome(decoded: begun)
        copied.drain(&copy, upTo: 11)
        copy.push(other[5_000...])
        copied.drain(&copy)
        #expect(copied.fault != nil)
        #expect(copied.decoded.prefix(5_000) == content.prefix(5_000))
    }

    @Test("A decoder that is printed or dumped shows nothing of what it holds")
    func description() throws {
        let bytes = GzipEncoder.member(Array("secret".utf8), .stored)
        var decoder = GzipDecoder()
        decoder.push(bytes[...])
        #expect(try decoder.next(upTo: 3) == Array("sec".utf8))
        var shown = "\(decoder)"
        #expect(shown == "29 bytes pushed, 3 decoded")
        dump(decoder, to: &shown)
        #expect(!shown.contains("\(UInt8(ascii: "s"))") && shown.utf8.count < 200)
    }

    @Test("What is pushed before the rest is taken out is added to it")
    func pushingAhead() {
        let content = Self.longDocument(of: 20_000)
        let bytes = GzipEncoder.member(content, .fixed)
        var decoder = GzipDecoder()
        var outcome = GzipOutcome()
        for start in stride(from: 0, to: bytes.count, by: 100) {
            decoder.push(bytes[start..<min(start + 100, bytes.count)])
            if start % 300 == 0, let piece = try? decoder.next(upTo: 50) { outcome.decoded += piece }
        }
        outcome.drain(&decoder)
        outcome.finish(decoder)
        #expect(outcome == GzipOutcome(decoded: content))
    }

    @Test("Random tokens under random codes come out", arguments: 0..<60)
    func randomCodes(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed))
        let block = RandomBlock(by: &generator)
        let bytes = GzipEncoder.member(of: block.content) { writer in
            writer.writeDynamic(block.tokens, block.literals, block.distances, isLast: true)
        }
        let outcome = GzipDecoder().outcome(of: bytes.pieces(upTo: 40, by: &generator), upTo: 1 + seed * 50)
        #expect(outcome == GzipOutcome(decoded: block.content))
    }

    /// A document with much that repeats.
    static func longDocument(of count: Int) -> [UInt8] {
        var document: [UInt8] = []
        for index in 0... where document.count < count {
            document += Array("{\"id\":\"block-\(index)\",\"content\":\"\(index * 7_919 % 100_003)\",\"page\":1},".utf8)
            if document.count >= count { break }
        }
        return Array(document.prefix(count))
    }

    /// Bytes in which nothing repeats.
    static func noise(_ count: Int) -> [UInt8] {
        var generator = SeededGenerator(state: 1)
        return (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    }
}
