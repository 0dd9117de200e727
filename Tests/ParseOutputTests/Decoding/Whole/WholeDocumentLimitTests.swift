import ParseModels
import ParseOutput
import Testing

@Suite("Limits of whole documents")
struct WholeDocumentLimitTests {
    @Test("A document may be as long as the limit, and not a byte longer")
    func totalBytes() {
        let run = #"{"id":"a","status":"X"}"#
        let limits = DecodingLimits.standard.with { $0.totalBytes = 23 }
        #expect(ParseRun.error(in: run, limits: limits) == nil)
        let error = ParseRun.error(in: run + " ", limits: limits)
        #expect(error?.code == .limitExceeded && error?.byteOffset == 23 && error?.path == "")
        #expect(error?.message.contains("DecodingLimits.totalBytes") == true)
        let output = ParseRunOutput.error(in: #"{"chunks":[]}"#, limits: limits.with { $0.totalBytes = -1 })
        #expect(output?.code == .limitExceeded && output?.byteOffset == 0)
    }

    @Test("Objects and arrays may be as deep as the limit, and no deeper, read or skipped")
    func depth() {
        let limits = DecodingLimits.standard.with { $0.depth = 6 }
        for start in [#"{"metadata":{"a":"#, #"{"later":"#, #"{"output":{"chunks":[{"blocks":[{"details":"#] {
            let open = start.utf8.count { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
            let fits = start + String(repeating: "[", count: 6 - open)
            #expect(ParseRun.error(in: fits, limits: limits)?.code == .truncated)
            let error = ParseRun.error(in: fits + "[", limits: limits)
            #expect(error?.code == .limitExceeded && error?.byteOffset == Int64(fits.utf8.count))
            #expect(error?.message.contains("DecodingLimits.depth") == true)
        }
    }

    @Test("However deep a document is, and whatever the limit says, nothing overflows")
    func abyss() {
        let limits = DecodingLimits.standard.with { $0.depth = .max }
        for (start, level) in [
            (#"{"metadata":{"a":"#, #"{"a":"#), (#"{"later":"#, "["),
            (#"{"output":{"chunks":[{"blocks":["#, "{\"children\":["),
        ] {
            let document = start + String(repeating: level, count: 50_000)
            #expect(ParseRun.error(in: document, limits: limits)?.code == .limitExceeded)
        }
    }

    @Test("The other limits bound what streaming decoders hold, and do not apply")
    func others() throws {
        let limits = DecodingLimits(elementBytes: 0, stringBytes: 0, numberBytes: 0, membersPerObject: 0)
        let run = RunFixtures.complete
        #expect(try ParseRun(decoding: run.bytes, limits: limits) == ParseRun(decoding: run.bytes))
    }
}
