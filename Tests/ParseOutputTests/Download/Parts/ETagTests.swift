import Testing

@testable import ParseOutput

@Suite("Reading ETag")
struct ETagTests {
    @Test("Tags are kept as they were sent", arguments: ["\"\"", "\"v1\"", "\"a'b/c=!~\"", "W/\"x\"", "W/\"\""])
    func tags(_ text: String) throws {
        let tag = try #require(ETag(text))
        #expect(tag.text == text)
        #expect(tag.isWeak == text.hasPrefix("W"))
    }

    @Test(
        "What is none, or could not be sent back, is not kept",
        arguments: [
            nil, "", "v1", "\"", "\"v1", "v1\"", "w/\"v1\"", "W/", "W/v1", "\"a\"b\"", "\"a b\"", "\"a\r\nX: y\"",
            "\"ä\"", "\"a\u{7F}\"", "\"v1\", \"v2\"", " \"v1\"", "*",
        ]
    )
    func noTags(_ text: String?) {
        #expect(ETag(text) == nil)
    }

    @Test("A weak tag is another than the strong one of the same text")
    func weakness() {
        #expect(ETag("W/\"v1\"") != ETag("\"v1\""))
    }
}
