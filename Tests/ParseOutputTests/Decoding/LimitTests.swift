import ParseModels
import ParseOutput
import Testing

@Suite("Decoding limits")
struct LimitTests {
    @Test("The defaults are what the documentation says")
    func defaults() {
        let limits = DecodingLimits.standard
        #expect(limits == DecodingLimits())
        #expect(limits.elementBytes == 268_435_456)
        #expect(limits.stringBytes == 268_435_456)
        #expect(limits.depth == 128)
        #expect(limits.numberBytes == 1_024)
        #expect(limits.membersPerObject == 1_000_000)
        #expect(limits.totalBytes == 8_589_934_592)
        #expect(limits.with { $0.depth = 5 }.depth == 5)
    }

    @Test("An element may be as long as the limit, and not a byte longer")
    func elementBytes() {
        let document = #"{"chunks":[{},{"content":"abcdef"},{}]}"#
        let limits = DecodingLimits.standard.with { $0.elementBytes = 20 }
        expectLimit("elementBytes", at: 33, in: document, limits: limits.with { $0.elementBytes = 19 }, chunks: 1)
        #expect(ChunkDecoder(limits: limits).outcome(of: document).elements.count == 3)
        let endless = #"{"chunks":[{"content":"abcdefghijklmnopqrstuvwxyz"#
        expectLimit("elementBytes", at: 31, in: endless, limits: limits, chunks: 0)
    }

    @Test("The limit on elements holds for metadata, and not for what is skipped")
    func elementBytesElsewhere() {
        let limits = DecodingLimits.standard.with { $0.elementBytes = 10 }
        let skipped = #"{"later":{"a":[1,2,3,4,5,6]},"chunks":[{"content":"0123456789","blocks":[{"id":"1"}]}]}"#
        #expect(BlockDecoder(limits: limits).outcome(of: skipped).elements.count == 1)
        #expect(OCRDecoder(limits: limits).outcome(of: skipped).error == nil)
        let metadata = #"{"chunks":[],"metadata":{"pages":null}}"#
        expectLimit("elementBytes", at: 34, in: metadata, limits: limits, chunks: 0)
    }

    @Test("A string, a number and an object may be as long as the limit, and no longer")
    func parts() {
        let limits = DecodingLimits.standard.with {
            ($0.stringBytes, $0.numberBytes, $0.membersPerObject) = (8, 4, 2)
        }
        let fits = #"{"chunks":[{"12345678":"12\u000a","a":-1.5},{"content":"éééé"}]}"#
        #expect(ChunkDecoder(limits: limits).outcome(of: fits).elements.count == 2)
        expectLimit(
            "stringBytes", at: 33, in: #"{"chunks":[{},{"content":"abcdef\n"}]}"#,
            limits: limits.with { $0.stringBytes = 7 }, chunks: 1)
        expectLimit("stringBytes", at: 21, in: #"{"chunks":[{"123456789":1}]}"#, limits: limits, chunks: 0)
        expectLimit("numberBytes", at: 20, in: #"{"chunks":[{"a":-1.50}]}"#, limits: limits, chunks: 0)
        expectLimit("membersPerObject", at: 24, in: #"{"chunks":[{"a":1,"b":2,"c":3}]}"#, limits: limits, chunks: 0)
        let skipped = #"{"a":123456,"b":"0123456789","c":{"1":1,"2":2,"3":3},"chunks":[]}"#
        #expect(ChunkDecoder(limits: limits).outcome(of: skipped) == Outcome())
    }

    @Test("Objects and arrays may be as deep as the limit, and no deeper, skipped or not")
    func depth() {
        let limits = DecodingLimits.standard.with { $0.depth = 6 }
        for start in [#"{"chunks":[{"later":"#, #"{"chunks":[{"blocks":[{"details":"#, #"{"later":"#] {
            let open = start.utf8.count { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
            let fits = start + String(repeating: "[", count: 6 - open)
            #expect(ChunkDecoder(limits: limits).outcome(of: fits).error?.code == .truncated)
            expectLimit("depth", at: Int64(fits.utf8.count), in: fits + "[", limits: limits, chunks: 0)
        }
    }

    @Test("However deep a document is, and whatever the limit says, nothing overflows")
    func abyss() {
        for document in [
            #"{"chunks":[{"blocks":"# + String(repeating: #"[{"children":"#, count: 50_000),
            #"{"chunks":[{"blocks":[{"details":"# + String(repeating: "[", count: 100_000),
            #"{"later":"# + String(repeating: #"{"a":"#, count: 100_000),
        ] {
            let limits = DecodingLimits.standard.with { $0.depth = .max }
            #expect(ChunkDecoder(limits: limits).outcome(of: document).error?.code == .limitExceeded)
        }
    }

    @Test("The deepest document that can be asked for is decoded")
    func deepest() throws {
        let generations = (DecodingLimits.maximumDepth - 4) / 2
        let blocks =
            String(repeating: #"[{"children":"#, count: generations) + "[]"
            + String(repeating: "}]", count: generations)
        let limits = DecodingLimits.standard.with { $0.depth = DecodingLimits.maximumDepth }
        var decoder = ChunkDecoder(limits: limits)
        decoder.push("{\"chunks\":[{\"blocks\":\(blocks)}]}".utf8)
        let chunk = try #require(try decoder.next())
        try decoder.finish()
        var depth = 0
        var level = chunk.blocks
        while let block = level.first {
            depth += 1
            level = block.children
        }
        #expect(depth == generations)
    }

    @Test("A document may be as long as the limit, and not a byte longer")
    func totalBytes() {
        let document = #"{"chunks":[{},{}]}"#
        let limits = DecodingLimits.standard.with { $0.totalBytes = 18 }
        #expect(ChunkDecoder(limits: limits).outcome(of: document).elements.count == 2)
        expectLimit("totalBytes", at: 18, in: document + " ", limits: limits, chunks: 2)
        expectLimit("totalBytes", at: 15, in: document, limits: limits.with { $0.totalBytes = 15 }, chunks: 1)
        expectLimit("totalBytes", at: 0, in: document, limits: limits.with { $0.totalBytes = -1 }, chunks: 0)
    }

    @Test("Limits without bounds do not overflow")
    func boundless() {
        let limits = DecodingLimits(
            elementBytes: .max,
            stringBytes: .max,
            depth: .max,
            numberBytes: .max,
            membersPerObject: .max,
            totalBytes: .max
        )
        #expect(ChunkDecoder(limits: limits).outcome(of: DecodingFixtures.output).error == nil)
        let nothing = DecodingLimits(
            elementBytes: .min, stringBytes: .min, depth: .min, numberBytes: .min, membersPerObject: .min,
            totalBytes: 99)
        #expect(ChunkDecoder(limits: nothing).outcome(of: DecodingFixtures.output).error?.code == .limitExceeded)
    }

    /// Expects the same error from the whole document and from its single bytes.
    private func expectLimit(
        _ name: String,
        at offset: Int64,
        in document: String,
        limits: DecodingLimits,
        chunks: Int,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let bytes = Array(document.utf8)
        let whole = ChunkDecoder(limits: limits).outcome(of: bytes)
        let single = ChunkDecoder(limits: limits).outcome(of: bytes.indices.map { bytes[$0...$0] })
        #expect(single == whole, sourceLocation: sourceLocation)
        #expect(whole.error?.code == .limitExceeded, sourceLocation: sourceLocation)
        #expect(whole.error?.message.contains("DecodingLimits.\(name)") == true, sourceLocation: sourceLocation)
        #expect(whole.error?.byteOffset == offset, sourceLocation: sourceLocation)
        #expect(whole.elements.count == chunks, sourceLocation: sourceLocation)
    }
}
