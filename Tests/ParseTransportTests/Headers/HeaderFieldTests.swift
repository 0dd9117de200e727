import ParseTransport
import Testing

@Suite("HeaderField")
struct HeaderFieldTests {
    @Test("A name ignores case, a value does not")
    func equality() {
        let field = HeaderField(name: "Content-Type", value: "a")
        #expect(field == HeaderField(name: "content-TYPE", value: "a"))
        #expect(field.hashValue == HeaderField(name: "CONTENT-type", value: "a").hashValue)
        #expect(field != HeaderField(name: "Content-Type", value: "A"))
        #expect(field != HeaderField(name: "Content-Typ", value: "a"))
        #expect(field.name == "Content-Type")
    }

    @Test("Only ASCII letters have a case: the Kelvin sign is no K")
    func caseIsASCII() {
        #expect(HeaderField(name: "K", value: "") != HeaderField(name: "\u{212A}", value: ""))
        #expect(HeaderField(name: "[", value: "") != HeaderField(name: "{", value: ""))
    }

    @Test(
        "Spaces and tabs around a value are dropped, those inside and all else stay",
        arguments: [
            (" \ta b\t ", "a b"), ("", ""), (" ", ""), ("\t \t", ""), ("a", "a"), ("\u{A0}a", "\u{A0}a"), (" é ", "é"),
            ("a\r\n", "a\r\n"),
        ])
    func trimming(value: String, expected: String) {
        #expect(HeaderField(name: "X", value: value).value == expected)
    }

    @Test(
        "A field that would change the request's meaning is not valid",
        arguments: [
            ("", "a"), ("X Y", "a"), ("X:", "a"), ("X\r\nY", "a"), ("É", "a"), ("X(", "a"), ("X", "a\r\nY: b"),
            ("X", "a\nb"), ("X", "a\0"), ("X", "é"), ("X", "\u{7F}"), ("X", "a\u{85}b"),
        ])
    func invalid(name: String, value: String) {
        #expect(!HeaderField(name: name, value: value).isValid)
    }

    @Test("Tokens of every allowed character and values with inner tabs are valid")
    func valid() {
        #expect(HeaderField(name: "!#$%&'*+-.^_`|~09azAZ", value: "a\tb ~").isValid)
        #expect(HeaderField(name: "X", value: "").isValid)
    }

    @Test("Only values known to be harmless are shown, whatever the case of their name")
    func redaction() {
        #expect(HeaderField(name: "RETRY-After", value: "3").description == "RETRY-After: 3")
        for name in ["Authorization", "Cookie", "Set-Cookie", "X-Api-Key", "Location", "Proxy-Authorization", "X-New"] {
            let field = HeaderField(name: name, value: "topsecret")
            #expect(field.description == "\(name): <redacted>")
            #expect(!everythingShown(field).contains("topsecret"))
        }
    }

    @Test("A field with its parts confused or broken shows neither of them")
    func brokenFields() {
        #expect(!everythingShown(HeaderField(name: "Bearer topsecret", value: "Authorization")).contains("topsecret"))
        #expect(!everythingShown(HeaderField(name: "Host", value: "a\r\nX-Key: topsecret")).contains("topsecret"))
    }
}
