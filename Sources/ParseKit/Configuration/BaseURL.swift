import ParseOutput
public import ParseTransport

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Where the API is: an origin and, behind a proxy, a path before every path of the API.
public struct BaseURL: Sendable, Hashable, CustomStringConvertible {
    /// The origin that the credential is for; it is sent nowhere else.
    public let origin: Origin

    /// The URL without a slash at its end.
    private let text: String

    /// The first production region, `https://api.extend.ai`.
    public static let us1 = BaseURL(
        origin: Origin(scheme: "https", host: "api.extend.ai", port: 443), "https://api.extend.ai")

    /// The second production region in the United States, `https://api.us2.extend.app`.
    public static let us2 = BaseURL(
        origin: Origin(scheme: "https", host: "api.us2.extend.app", port: 443), "https://api.us2.extend.app")

    /// The production region in the European Union, `https://api.eu1.extend.ai`.
    public static let eu1 = BaseURL(
        origin: Origin(scheme: "https", host: "api.eu1.extend.ai", port: 443), "https://api.eu1.extend.ai")

    private init(origin: Origin, _ text: String) {
        self.origin = origin
        self.text = text
    }

    /// Takes the URL of a region, of a proxy, of your own deployment.
    ///
    /// Over `http` the key would be there to read for everybody on the way: it is for this machine and for names and
    /// addresses inside a network, not for public names.
    ///
    /// - Parameter url: an absolute URL without user info, query and fragment.
    /// - Throws: ``ParseError/Code/invalidBaseURL`` saying what is wrong with it.
    public init(_ url: URL) throws(ParseError) {
        guard let origin = Origin(url) else {
            throw Self.invalid("it must be absolute, https or http, and name a host")
        }
        guard (1...65_535).contains(origin.port) else { throw Self.invalid("its port is not one of 1 to 65535") }
        guard url.user == nil, url.password == nil else { throw Self.invalid("it carries user info") }
        guard url.query == nil, url.fragment == nil else { throw Self.invalid("it carries a query or a fragment") }
        // Only the name counts, however it and the port are written.
        var host = url.host(percentEncoded: false) ?? ""
        if host.hasSuffix(".") { host.removeLast() }
        let isPublic = StorageHost(authorityOf: "http://\(host)")?.isPublicName ?? false
        guard origin.scheme == "https" || !isPublic else {
            throw Self.invalid("over http the key would be sent for everybody to read; use https")
        }
        var text = url.absoluteString
        while text.hasSuffix("/") { text.removeLast() }
        self.init(origin: origin, text)
    }

    /// Takes the text of a URL.
    ///
    /// - Parameter text: an absolute URL without user info, query and fragment.
    /// - Throws: ``ParseError/Code/invalidBaseURL`` saying what is wrong with it.
    public init(_ text: String) throws(ParseError) {
        guard let url = URL(string: text) else { throw Self.invalid("it is not a URL") }
        try self.init(url)
    }

    /// Takes a region's URL.
    ///
    /// - Parameter region: the region.
    /// - Throws: ``ParseError/Code/invalidBaseURL`` for a region that this version does not know.
    public init(_ region: Region) throws(ParseError) {
        guard let url = region.baseURL else { throw Self.invalid("the region \(region) is not one of us1, us2, eu1") }
        try self.init(url)
    }

    /// Whether the API is spoken to on this very machine, as in trying things out.
    public var isLoopbackHTTP: Bool {
        origin.scheme == "http" && ["127.0.0.1", "localhost", "::1", "[::1]"].contains(origin.host)
    }

    func appending(_ path: String) -> URL? {
        URL(string: text + path)
    }

    /// The URL.
    public var description: String { text }

    private static func invalid(_ reason: String) -> ParseError {
        ParseError(.invalidBaseURL, message: "The base URL is refused: \(reason).", operation: .configuration)
    }
}
