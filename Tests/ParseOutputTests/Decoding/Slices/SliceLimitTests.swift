import ParseModels
import ParseOutput
import Testing

@Suite("The limits of slices")
struct SliceLimitTests {
    private static let document =
        #"{"chunks":[{},{"content":"abcdef","blocks":[{"id":"1"}]},{"later":[1,[2]],"type":"page"}],"metadata":{"pages":[]}}"#

    @Test("An element may be as long as for chunks, and no longer, however it arrives")
    func elementBytes() {
        for limit in 0...60 { expectLikeChunks(.standard.with { $0.elementBytes = limit }) }
    }

    @Test("A document may be as long as for chunks, and no longer, however it arrives")
    func totalBytes() {
        for limit in 0...(Self.document.utf8.count + 1) {
            expectLikeChunks(.standard.with { $0.totalBytes = Int64(limit) })
        }
    }

    @Test("Names, and what a slice shows, have their limits at once")
    func shown() {
        let limits = DecodingLimits.standard.with {
            ($0.stringBytes, $0.numberBytes, $0.membersPerObject, $0.depth) = (8, 4, 2, 6)
        }
        for (chunk, name) in [
            (#"{"123456789":1}"#, "stringBytes"), (#"{"a":1,"b":2,"c":3}"#, "membersPerObject"),
            (#"{"type":"123456789"}"#, "stringBytes"), (#"{"metadata":{"avgOcrConfidence":0.125}}"#, "stringBytes"),
            (#"{"metadata":{"a":0.125}}"#, "numberBytes"), (#"{"metadata":{"a":1,"b":2,"c":3}}"#, "membersPerObject"),
            (#"{"metadata":{"a":[[[]]]}}"#, "depth"),
        ] {
            let document = "{\"chunks\":[{},\(chunk)]}"
            let slices = ChunkSliceDecoder(limits: limits).outcome(of: document)
            #expect(slices.error?.code == .limitExceeded && slices.elements.count == 1, "\(chunk)")
            #expect(slices.error?.message.contains("DecodingLimits.\(name),") == true, "\(slices)")
            #expect(slices.error == ChunkDecoder(limits: limits).outcome(of: document).error)
            let bytes = Array(document.utf8)
            #expect(ChunkSliceDecoder(limits: limits).outcome(of: bytes.indices.map { bytes[$0...$0] }) == slices)
        }
    }

    @Test("Everything else has its limits when the slice is built")
    func unshown() throws {
        let limits = DecodingLimits.standard.with {
            ($0.stringBytes, $0.numberBytes, $0.membersPerObject, $0.depth) = (8, 4, 2, 6)
        }
        for chunk in [
            #"{"content":"123456789"}"#, #"{"later":0.125}"#, #"{"later":{"a":1,"b":2,"c":3}}"#, #"{"later":[[[[]]]]}"#,
            #"{"blocks":[{"123456789":1}]}"#, #"{"blocks":[{"details":[[]]}]}"#, #"{"content":"1234567\n"}"#,
        ] {
            let document = "{\"chunks\":[{},\(chunk)]}"
            let slices = ChunkSliceDecoder(limits: limits).outcome(of: document)
            #expect(slices.error == nil && slices.elements.count == 2, "\(chunk)")
            let slice = try #require(slices.elements.last)
            let error = #expect(throws: OutputDecodingError.self) { try slice.decoded() }
            #expect(error?.code == .limitExceeded)
            let whole = ChunkDecoder(limits: limits).outcome(of: document).error
            #expect(error?.message == whole?.message && error?.byteOffset == whole?.byteOffset, "\(chunk)")
        }
        let fits = #"{"chunks":[{"content":"12345678","later":[[[1.25]]]}]}"#
        let slice = try #require(ChunkSliceDecoder(limits: limits).outcome(of: fits).elements.first)
        #expect(try slice.decoded().content == "12345678")
    }

    @Test("In a run a chunk may be nested less deep, by the run's own level")
    func depthInARun() throws {
        let limits = DecodingLimits.standard.with { $0.depth = 5 }
        for (document, fits) in [
            (#"{"chunks":[{"later":[[]]}]}"#, true), (#"{"output":{"chunks":[{"later":[[]]}]}}"#, false),
            (#"{"output":{"chunks":[{"later":[]}]}}"#, true), (#"{"chunks":[{"later":[[[]]]}]}"#, false),
        ] {
            let slice = try #require(ChunkSliceDecoder(limits: limits).outcome(of: document).elements.first)
            let whole = ChunkDecoder(limits: limits).outcome(of: document).error
            #expect((whole == nil) == fits)
            var error: OutputDecodingError?
            do throws(OutputDecodingError) { _ = try slice.decoded() } catch let fault { error = fault }
            #expect(error?.byteOffset == whole?.byteOffset && error?.message == whole?.message)
        }
    }

    @Test("Limits without bounds, or below them, do not overflow")
    func boundless() throws {
        for bound in [Int.max, .min] {
            let limits = DecodingLimits(
                elementBytes: bound, stringBytes: bound, depth: bound, numberBytes: bound, membersPerObject: bound,
                totalBytes: Int64(bound))
            let outcome = ChunkSliceDecoder(limits: limits).outcome(of: DecodingFixtures.output)
            #expect((outcome.error == nil) == (bound == .max))
            for slice in outcome.elements { #expect(throws: Never.self) { try slice.decoded() } }
        }
    }

    private func expectLikeChunks(_ limits: DecodingLimits, _ location: SourceLocation = #_sourceLocation) {
        let bytes = Array(Self.document.utf8)
        let slices = ChunkSliceDecoder(limits: limits).outcome(of: bytes)
        let single = ChunkSliceDecoder(limits: limits).outcome(of: bytes.indices.map { bytes[$0...$0] })
        let chunks = ChunkDecoder(limits: limits).outcome(of: bytes)
        #expect(single == slices, "\(limits)", sourceLocation: location)
        #expect(slices.elements.count == chunks.elements.count, "\(limits)", sourceLocation: location)
        #expect(slices.error?.code == chunks.error?.code, sourceLocation: location)
        #expect(slices.error?.message == chunks.error?.message, sourceLocation: location)
        #expect(slices.error?.byteOffset == chunks.error?.byteOffset, "\(limits)", sourceLocation: location)
        #expect(slices.error?.chunkIndex == chunks.error?.chunkIndex, "\(limits)", sourceLocation: location)
    }
}
