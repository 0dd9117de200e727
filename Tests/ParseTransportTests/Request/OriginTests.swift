import ParseTransport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("Origin")
struct OriginTests {
    private func origin(_ text: String) throws -> Origin? {
        Origin(try #require(URL(string: text)))
    }

    @Test("The default port is named, and case does not matter")
    func sameOrigin() throws {
        let origin = try origin("https://API.Example.com/a?b#c")
        #expect(try origin == self.origin("HTTPS://api.example.com:443/"))
        #expect(origin?.description == "https://api.example.com:443")
        #expect(try self.origin("http://h")?.port == 80)
    }

    @Test(
        "Scheme, host and port each make another origin",
        arguments: ["http://h:443/", "https://h:444/", "https://h2/", "https://h./", "https://a.h/"])
    func otherOrigin(text: String) throws {
        #expect(try origin(text) != origin("https://h/"))
    }

    @Test("What is not http or has no host has no origin", arguments: ["ftp://h/", "/a", "https:///a", "mailto:a@h"])
    func none(text: String) throws {
        #expect(try origin(text) == nil)
    }

    @Test("An IPv6 address keeps its brackets in the description")
    func ipv6() throws {
        #expect(try origin("https://[::1]:8443/")?.description == "https://[::1]:8443")
    }

    @Test("User info does not change the origin, nor is it shown")
    func userInfo() throws {
        let origin = try origin("https://user:topsecret@h/")
        #expect(try origin == self.origin("https://h/"))
        #expect(!everythingShown(try #require(origin)).contains("topsecret"))
    }
}
