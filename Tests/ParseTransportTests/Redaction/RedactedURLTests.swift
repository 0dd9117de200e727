import ParseTransport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("RedactedURL")
struct RedactedURLTests {
    @Test("A presigned URL keeps host, path and the names of its query", arguments: Presigned.all)
    func presigned(text: String) throws {
        let shown = RedactedURL(try #require(URL(string: text))).description
        #expect(!shown.contains("topsecret"))
        #expect(shown.hasPrefix(text.prefix { $0 != "?" }))
        #expect(shown.contains("=<redacted>"))
        #expect(RedactedURL(text: text).description == shown)
    }

    @Test(
        "Each form has one redaction",
        arguments: [
            ("https://h/p", "https://h/p"),
            ("https://h/p?", "https://h/p"),
            ("https://h/p?a=1&b=2", "https://h/p?a=<redacted>&b=<redacted>"),
            ("https://h/p?topsecret", "https://h/p?<redacted>"),
            ("https://h/p?dG9wc2VjcmV0==", "https://h/p?<redacted>"),
            ("https://h/p?=topsecret", "https://h/p?=<redacted>"),
            ("https://h/p?a=x?topsecret=1", "https://h/p?a=<redacted>"),
            ("https://h/p?a=x;sig=topsecret", "https://h/p?a=<redacted>"),
            ("https://h/p?a=1&amp;sig=topsecret", "https://h/p?a=<redacted>&<redacted>"),
            ("https://h/p?a=1&https://u:topsecret@h?b=1", "https://h/p?a=<redacted>&<redacted>"),
            ("https://h/p?a[b]=topsecret", "https://h/p?<redacted>"),
            ("https://h/p#topsecret", "https://h/p"),
            ("https://h/p#a?topsecret=1", "https://h/p"),
            ("https://h/p?a=1#topsecret", "https://h/p?a=<redacted>"),
            ("https://user:topsecret@h/p", "https://<redacted>@h/p"),
            ("https://topsecret@h", "https://<redacted>@h"),
            ("https://user:top@secret@h/p", "https://<redacted>@h/p"),
            ("https://user:top/secret@h/p", "https://<redacted>@h/p"),
            ("https://h:8443/users/me@example.com", "https://h:8443/users/me@example.com"),
            ("https://[::1]:8443/p", "https://[::1]:8443/p"),
            ("user:topsecret@h", "<redacted>@h"),
            ("/p?sig=topsecret", "/p?sig=<redacted>"),
            ("", ""),
            ("https://", "https://"),
            ("?", ""),
            ("https:\\/\\/user:topsecret@h\\/p?sig=topsecret", "https:\\/\\/<redacted>@h\\/p?sig=<redacted>"),
            ("https:\\\\user:topsecret@h", "https:\\\\<redacted>@h"),
            ("https://proxy/https%3A%2F%2Fu%3Atopsecret%40h", "https://proxy/https<redacted>"),
            ("https://proxy/https%253a%252f%252fh%253Fsig%253Dtopsecret", "https://proxy/https<redacted>"),
            ("https://proxy/p%3Fsig%3Dtopsecret", "https://proxy/p<redacted>"),
            ("https://proxy/https://user:topsecret@h/p", "https://proxy/https://<redacted>@h/p"),
            ("https://h/12%3A00%3A00.json", "https://h/12%3A00%3A00.json"),
            ("https://h/100%", "https://h/100%"),
            ("https://h/p?\u{301}sig=topsecret", "https://h/p?<redacted>"),
        ])
    func forms(text: String, shown: String) {
        #expect(RedactedURL(text: text).description == shown)
    }

    @Test("What a redaction keeps is only its description")
    func nothingBehind() {
        #expect(!everythingShown(RedactedURL(text: Presigned.s3)).contains("topsecret"))
        #expect(RedactedURL(text: "https://h/?a=1") == RedactedURL(text: "https://h/?a=2"))
    }
}
