#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Scheme, host and port: what a credential is bound to and a retry budget is kept for.
public struct Origin: Sendable, Hashable, CustomStringConvertible {
    /// The scheme in lower case, such as `https`.
    public let scheme: String

    /// The host in lower case.
    public let host: String

    /// The port, the scheme's default where the URL named none.
    public let port: Int

    /// Takes the origin of an absolute URL; `nil` for another scheme or a URL without a host.
    ///
    /// - Parameter url: an `http` or `https` URL.
    public init?(_ url: URL) {
        guard let scheme = url.scheme?.lowercased() else { return nil }
        guard let host = url.host?.lowercased(), !host.isEmpty else { return nil }
        switch scheme {
        case "https": self.port = url.port ?? 443
        case "http": self.port = url.port ?? 80
        default: return nil
        }
        self.scheme = scheme
        self.host = host
    }

    /// The origin in the form of a URL, with its port.
    public var description: String { "\(scheme)://\(host):\(port)" }
}
