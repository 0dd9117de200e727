import ParseTransport
import Testing

@Suite("RedactedText")
struct RedactedTextTests {
    @Test("Text without a URL stays as it is, to the white space")
    func plain() {
        for text in ["", " ", "No route to host.", "a\r\nb\n\tc  \"d\" <e> (f) [g] é🙂", "Is it? a = b", "12:30 // x"] {
            #expect(RedactedText(text).description == text)
        }
    }

    @Test("Every delimiter around a URL leaves no secret", arguments: Presigned.all)
    func delimiters(url: String) {
        let pairs = [
            ("", ""), ("'", "'"), ("\"", "\""), ("<", ">"), ("(", ")"), ("[", "]"), ("{", "}"), ("`", "`"), (",", ","),
            (";", ";"), ("url=", "."), ("|", "|"), ("\n", "\n"), ("\r\n", "\r\n"), ("\t", "\t"), ("«", "»"), ("*", "*"),
            ("\\\"", "\\\""), ("\u{A0}", "\u{2028}"), ("\0", "\0"), ("[link](", ")"), ("err:", ":end"),
            ("\u{301}", "\u{301} "),
        ]
        for (before, after) in pairs {
            let shown = RedactedText("It failed: \(before)\(url)\(after) and ended.").description
            #expect(!shown.contains("topsecret"), "between \(before) and \(after)")
            #expect(shown.hasPrefix("It failed:"))
            #expect(shown.hasSuffix("and ended."))
        }
    }

    @Test("Several URLs in one text are redacted each", arguments: [" ", ",", ";", "|", "\n", ", ", "><", "','", ")("])
    func several(separator: String) {
        let text = (Presigned.all + ["https://user:topsecret@h/p"]).joined(separator: separator)
        #expect(!RedactedText(text).description.contains("topsecret"))
        let reversed = (["https://h/p", "https://user:topsecret@h/p"] + Presigned.all).joined(separator: separator)
        #expect(!RedactedText(reversed).description.contains("topsecret"))
    }

    @Test("A value with quotes or brackets in it is redacted to its end")
    func quotesInValues() {
        let query = "response-content-disposition=attachment;filename*=UTF-8''a(1).pdf&X-Amz-Signature=topsecret"
        let shown = RedactedText("GET https://h/p?\(query) failed").description
        #expect(shown == "GET https://h/p?response-content-disposition=<redacted>&X-Amz-Signature=<redacted> failed")
    }

    @Test("Escaped, encoded and relative forms are redacted too")
    func otherForms() {
        let forms = [
            "{\"url\":\"https:\\/\\/h\\/p?X-Amz-Signature=topsecret\"}",
            "next=https%3A%2F%2Fh%2Fp%3FX-Amz-Signature%3Dtopsecret",
            "next=https%3a%2f%2fuser%3atopsecret%40h",
            "twice=https%253A%252F%252Fh%252Fp%253FX-Amz-Signature%253Dtopsecret",
            "> GET /p?X-Amz-Signature=topsecret HTTP/1.1",
            "HTTPS://USER:topsecret@H/",
            "https://\u{301}user:topsecret@h/",
        ]
        for form in forms {
            #expect(!RedactedText("It failed: \(form)").description.contains("topsecret"), "\(form)")
        }
    }

    @Test("Redacting twice changes nothing")
    func idempotent() {
        let texts =
            Presigned.all + [
                "GET https://user:topsecret@h/p?a&b=&c=1&=2 and <https://h/?a=<b> > or https://p/h%3A%2F%2Fi?a=b",
                "XML: <Url>https://h/p?sig=topsecret</Url><Message>Expired</Message>",
            ]
        for text in texts {
            let once = RedactedText(text).description
            #expect(RedactedText(once).description == once)
            #expect(!once.contains("topsecret"))
        }
        #expect(RedactedText(texts[4]).description.hasSuffix("</Url><Message>Expired</Message>"))
    }

    @Test("A text is cut at its limit, and a URL cut by it is still known", arguments: 0...60)
    func limit(limit: Int) {
        let text = "At https://user:topsecret@h/p?sig=topsecret it broke."
        let shown = RedactedText(text, limit: limit).description
        #expect(shown.count <= limit + 1)
        #expect(!shown.contains("user"))
        #expect(!shown.contains("topsec"))
    }

    @Test("A text as long as the limit is whole; a senseless limit keeps nothing")
    func limitBounds() {
        #expect(RedactedText("abc", limit: 3).description == "abc")
        #expect(RedactedText("abcd", limit: 3).description == "abc…")
        #expect(RedactedText("abc", limit: 0).description == "…")
        #expect(RedactedText("abc", limit: -1).description == "…")
        #expect(RedactedText("", limit: .min).description == "")
        #expect(RedactedText(String(repeating: "a", count: 2_000)).description.count == 1_001)
    }
}
