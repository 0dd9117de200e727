import ParseTransport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("TransportRequest validation")
struct RequestValidationTests {
    @Test(
        "An absolute http or https URL with a host is sent",
        arguments: [
            "https://api.extend.ai/parse_runs/pr_1?responseType=url", "HTTP://localhost:8080", "https://[::1]:8443/a",
            "https://h/a%20b?c=%0D%0A", "https://h/#fragment", "https://127.0.0.1/",
        ])
    func valid(text: String) throws {
        try TransportRequest(.get, text).validate()
    }

    @Test(
        "Anything else is not",
        arguments: [
            "ftp://h/", "file:///etc/passwd", "/relative", "h/path", "data:text/plain,a", "https:///path", "https:path",
            "https://user@h/", "https://user:pw@h/", "https://:pw@h/", "https://@h/", "javascript:alert(1)",
        ])
    func invalidURL(text: String) throws {
        let request = try TransportRequest(.get, text)
        #expect(throws: TransportError.self) { try request.validate() }
    }

    @Test("A relative URL counts with its base")
    func relativeURL() throws {
        let base = try #require(URL(string: "https://h/a/"))
        let url = try #require(URL(string: "b?c=d", relativeTo: base))
        try TransportRequest(url: url).validate()
    }

    @Test(
        "A host is a name or an address, never something encoded",
        arguments: ["https://good.example%2Fevil.example/", "https://a%00b/", "https://a%0D%0Ab/", "https://a%40b/"])
    func encodedHost(text: String) throws {
        guard let url = URL(string: text) else { return }  // Refused by Foundation already.
        #expect(throws: TransportError.self) { try TransportRequest(url: url).validate() }
    }

    @Test("A port outside 1 to 65535 is refused", arguments: ["https://h:0/", "https://h:65536/", "https://h:99999/"])
    func port(text: String) throws {
        guard let url = URL(string: text) else { return }
        #expect(throws: TransportError.self) { try TransportRequest(url: url).validate() }
    }

    @Test("A method is a token", arguments: ["", "GET ", "GET\r\nX: y", "GÉT", "GET /"])
    func method(name: String) throws {
        let request = try TransportRequest(TransportRequest.Method(rawValue: name), "https://h/")
        #expect(throws: TransportError.self) { try request.validate() }
    }

    @Test(
        "A header field that would be read as something else is refused, and its value never repeated",
        arguments: ["Bearer topsecret\r\nX-Evil: 1", "Bearer topsecret\n", "Bearer topsecré", "topsecret\0"])
    func headerValue(value: String) throws {
        let request = try TransportRequest(.get, "https://h/", headers: ["Authorization": value])
        let error = try #require(throws: TransportError.self) { try request.validate() }
        #expect(error.kind == .invalidRequest)
        #expect(error.phase == .notSent)
        #expect(error.message.contains("Authorization"))
        #expect(!everythingShown(error).contains("topsecr"))
    }

    @Test("A header's name that is no token is refused, and not repeated")
    func headerName() throws {
        let request = try TransportRequest(.get, "https://h/", headers: ["topsecret: a\r\n": "b"])
        let error = try #require(throws: TransportError.self) { try request.validate() }
        #expect(error.kind == .invalidRequest)
        #expect(!everythingShown(error).contains("topsecret"))
    }
}
