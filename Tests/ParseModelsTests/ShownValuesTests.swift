import ParseModels
import Testing

@Suite("How a string of the wire is shown")
struct ShownValuesTests {
    private static let raw = "DONE\r\nparseRun pr_2: is \u{1B}[31mFAILED\u{0}\u{85}\u{2028}\u{202E}"

    @Test("Control characters are shown as Swift writes them, so that a line of a log stays one; the value is exact")
    func controls() {
        let status = ParseRun.Status(rawValue: Self.raw)
        #expect(status.rawValue == Self.raw)
        let shown = #"DONE\r\nparseRun pr_2: is \u{1B}[31mFAILED\0\u{0085}\u{2028}\u{202E}"#
        #expect("\(status)" == shown && String(reflecting: status) == shown)
        #expect("\(FailureReason(rawValue: "A\nB"))" == #"A\nB"#)
    }

    @Test("What is longer than any name is cut, also where it is one character of many marks; the value is exact")
    func lengths() {
        for raw in [String(repeating: "a", count: 100_000), "a" + String(repeating: "\u{301}", count: 100_000)] {
            let code = APIErrorCode(rawValue: raw)
            #expect(code.rawValue == raw)
            #expect("\(code)".unicodeScalars.count == 101 && "\(code)".hasSuffix("…"))
        }
        let longest = String(repeating: "b", count: 100)
        #expect("\(BlockType(rawValue: longest))" == longest)
    }

    @Test("Names in any script are shown as they are")
    func names() {
        for name in ["PROCESSED", "figure_chart", "étape", "処理中", "👩‍🔬", #"a\b"c'"#, ""] {
            #expect("\(ParseRun.Status(rawValue: name))" == name)
        }
    }
}
