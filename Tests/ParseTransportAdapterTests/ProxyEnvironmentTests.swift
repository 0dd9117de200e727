import Testing

@testable import ParseTransportCurl

@Suite("The environment's proxies")
struct ProxyEnvironmentTests {
    private func proxy(_ scheme: String, _ host: String, _ variables: [String: String]) -> String? {
        ProxyEnvironment(variables).proxy(scheme: scheme, host: host)
    }

    @Test("Each scheme has its variables, and all_proxy stands in for them")
    func schemes() {
        let all = [
            "http_proxy": "a", "HTTP_PROXY": "b", "https_proxy": "c", "HTTPS_PROXY": "d", "all_proxy": "e",
            "ALL_PROXY": "f",
        ]
        #expect(proxy("http", "h.example", all) == "a")
        #expect(proxy("HTTPS", "h.example", all) == "c")
        #expect(proxy("https", "h.example", ["HTTPS_PROXY": "d", "ALL_PROXY": "f"]) == "d")
        #expect(proxy("https", "h.example", ["https_proxy": "", "all_proxy": "e", "ALL_PROXY": "f"]) == "e")
        #expect(proxy("http", "h.example", ["ALL_PROXY": "f"]) == "f")
        #expect(proxy("https", "h.example", ["http_proxy": "a"]) == nil)
        #expect(proxy("https", "h.example", [:]) == nil)
    }

    @Test("HTTP_PROXY may come from a header field, so it does not count")
    func header() {
        #expect(proxy("http", "h.example", ["HTTP_PROXY": "b"]) == nil)
    }

    @Test(
        "no_proxy names hosts and the domains above them",
        arguments: [
            ("*", true), ("h.example", true), ("example", true), (".example", true), ("a, H.Example", true),
            ("a.example b.example h.example", true), ("h.example.", false), ("xample", false), ("h", false),
            (".", false), (",", false), ("other.example", false), ("*,a", false),
        ])
    func exempt(list: String, isExempt: Bool) {
        for variable in ["no_proxy", "NO_PROXY"] {
            #expect((proxy("https", "h.example", ["https_proxy": "p", variable: list]) == nil) == isExempt)
            #expect((proxy("https", "H.EXAMPLE.", ["https_proxy": "p", variable: list]) == nil) == isExempt)
        }
    }
}
