import Testing

@testable import ParseOutput

@Suite("Cutting a gzip stream into pieces")
struct GzipCuttingTests {
    private static let small = GzipFixture.all.filter { $0.bytes.count < 600 }

    /// Small limits, so that they are come upon too.
    private static let limits: [InflateLimits] = [
        InflateLimits(decodedBytes: 300),
        InflateLimits(ratio: 1, bytesBeforeRatio: 200),
    ]

    @Test("Two pieces, cut at any byte, give what one piece gives", arguments: small)
    func everyCut(fixture: GzipFixture) {
        expectSameAtEveryCut(fixture.bytes, InflateLimits())
    }

    @Test("A limit is exceeded at the same byte, wherever the stream is cut", arguments: limits)
    func limited(limits: InflateLimits) {
        for fixture in GzipFixture.all[1...2] {
            #expect(GzipDecoder(limits: limits).outcome(of: fixture.bytes).fault?.isLimit == true)
            expectSameAtEveryCut(fixture.bytes, limits)
        }
    }

    @Test("A damaged stream gives the same fault at the same byte, wherever it is cut", arguments: small)
    func damaged(fixture: GzipFixture) {
        var generator = SeededGenerator(state: UInt64(fixture.bytes.count))
        var bytes = fixture.bytes
        bytes[Int.random(in: bytes.indices, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        expectSameAtEveryCut(bytes, InflateLimits())
    }

    @Test("Single bytes, taken out singly, give what one piece gives", arguments: GzipFixture.all)
    func singleBytes(fixture: GzipFixture) {
        let bytes = fixture.bytes
        for limits in Self.limits + [InflateLimits()] {
            let whole = GzipDecoder(limits: limits).outcome(of: bytes)
            #expect(GzipDecoder(limits: limits).outcome(of: bytes.indices.map { bytes[$0...$0] }, upTo: 1) == whole)
        }
    }

    @Test("The ratio is found exceeded at the same byte, however a bomb is cut and taken out", arguments: 0..<6)
    func bomb(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed))
        let bytes = GzipBomb(of: 100_000).bytes
        let decoder = GzipDecoder(limits: InflateLimits(ratio: 300, bytesBeforeRatio: 5_000))
        let whole = decoder.outcome(of: bytes)
        // At the first looks the header still counts for so much that the ratio is kept.
        #expect(whole.fault?.kind == .ratio)
        #expect(whole.decoded.count > 5_000)
        let pieces = bytes.pieces(upTo: 9, by: &generator)
        let count = [1_000, 1 << 16, 257, 4_999, 5_000, 32 << 10][seed]
        #expect(decoder.outcome(of: pieces, upTo: count) == whole)
    }

    private func expectSameAtEveryCut(
        _ bytes: [UInt8], _ limits: InflateLimits, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let whole = GzipDecoder(limits: limits).outcome(of: bytes)
        var first = GzipDecoder(limits: limits)
        var begun = GzipOutcome()
        for cut in bytes.indices {
            var second = first
            var outcome = begun
            second.push(bytes[cut...])
            outcome.drain(&second)
            outcome.finish(second)
            if outcome != whole {
                Issue.record("cut at \(cut): \(outcome); whole: \(whole)", sourceLocation: sourceLocation)
                return
            }
            first.push(bytes[cut...cut])
            begun.drain(&first)
        }
    }
}
