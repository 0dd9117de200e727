import Testing

@testable import ParseOutput

/// The reader alone, on bytes that no scanner has checked: it must be as strict by itself.
@Suite("The reader of a single value")
struct ReaderTests {
    @Test("It accepts what the grammar allows", arguments: GrammarTests.accepted)
    func accepts(value: String) {
        #expect(fault(of: Array("[\(value)]".utf8)) == nil)
    }

    @Test("It refuses what the grammar forbids, at the same byte as the scanner", arguments: GrammarTests.refused)
    func refuses(refusal: GrammarTests.Refusal) {
        let fault = fault(of: Array("[1,\(refusal.value)]".utf8))
        #expect(fault?.code == refusal.code)
        #expect(fault?.offset == Int64(refusal.offset + 3))
    }

    @Test("It refuses bytes that are no UTF-8", arguments: GrammarTests.invalidUTF8)
    func refusesInvalidUTF8(bytes: [UInt8]) {
        let fault = fault(of: Array("\"a".utf8) + bytes + Array("\"".utf8))
        #expect(fault?.code == .invalidUTF8)
        #expect(fault?.offset == 2)
    }

    @Test("It finds every value that is cut short truncated, at the end", arguments: GrammarTests.accepted)
    func truncation(value: String) {
        let bytes = Array("[\(value),{\"a\":\"\\ud83d\\ude00é\"}]".utf8)
        for end in 0..<bytes.count {
            let fault = fault(of: Array(bytes[..<end]))
            #expect(fault?.code == .truncated)
            #expect(fault?.offset == Int64(end))
        }
    }

    private func fault(of bytes: [UInt8]) -> JSONFault? {
        InputBuffer(bytes, at: 0).withBytes { bytes in
            do throws(JSONFault) {
                var skipping = JSONReader(bytes, limits: .standard)
                skipping.skipSpace()
                try skipping.skipValue()
                try skipping.finish()
                return nil
            } catch {
                return error
            }
        }
    }
}
