public import ParseTransport

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Which URLs an output may be fetched from.
///
/// The service names the URL, so a client that runs inside a network must not let it name an address in there: only
/// `https` on port 443 of a public DNS name passes, without user info or fragment, at most 8 KiB long. What the name
/// resolves to is then held to ``peers``.
public struct StoragePolicy: Sendable, Hashable {
    /// The names that may be fetched from.
    ///
    /// Default: ``HostRule/publicNames``.
    public var hosts: HostRule

    /// Whether `http` and any port are accepted on a loopback address, for trying things out against a local server.
    ///
    /// Default: `false`.
    public var allowsLoopbackHTTP: Bool

    /// Which addresses a name may resolve to; a loopback host that ``allowsLoopbackHTTP`` lets through may be anywhere.
    ///
    /// Default: `PeerRule.publicAddresses`.
    ///
    /// Where the storage is reached at a private address, as over a cloud's private endpoint or where IPv6 comes by a
    /// translation of your own, `PeerRule.any` is needed; then name the hosts in ``hosts``.
    public var peers: PeerRule

    /// Sets the policy.
    ///
    /// - Parameters:
    ///   - hosts: the names that may be fetched from. Default: any public DNS name.
    ///   - allowsLoopbackHTTP: whether a loopback address may be fetched from over `http`. Default: `false`.
    ///   - peers: which addresses a name may resolve to. Default: public ones.
    public init(
        hosts: HostRule = .publicNames,
        allowsLoopbackHTTP: Bool = false,
        peers: PeerRule = .publicAddresses
    ) {
        self.hosts = hosts
        self.allowsLoopbackHTTP = allowsLoopbackHTTP
        self.peers = peers
    }

    /// Public names over `https` only.
    public static let standard = StoragePolicy()

    /// The longest URL that is accepted, in bytes.
    public static let longestURL = 8_192

    /// Checks a URL.
    ///
    /// - Parameter text: the URL as the service gave it.
    /// - Returns: the URL, to be sent as it stands.
    /// - Throws: ``DownloadError/Code/unsafeURL`` saying why; it names the host at most, never the query.
    public func check(_ text: String) throws(DownloadError) -> URL {
        guard text.utf8.count <= Self.longestURL else { throw Self.unsafe("it is longer than 8 KiB") }
        guard text.utf8.allSatisfy(Self.isHarmless), let url = URL(string: text) else {
            throw Self.unsafe("it is not a valid URL")
        }
        let scheme = url.scheme?.lowercased()
        guard scheme == "https" || scheme == "http" else { throw Self.unsafe("its scheme is not https") }
        guard url.user == nil, url.password == nil else { throw Self.unsafe("it carries user info") }
        guard url.fragment == nil else { throw Self.unsafe("it carries a fragment") }
        // What is checked here and what is connected to must be one, so both ways of reading have to agree.
        guard
            let host = StorageHost(authorityOf: text),
            url.host(percentEncoded: true)?.lowercased() == host.name, url.port == host.port
        else { throw Self.unsafe("its host is not a plain name") }
        if allowsLoopbackHTTP, host.isLoopback { return url }
        guard scheme == "https" else {
            let hint = host.isLoopback ? ", which only StoragePolicy.allowsLoopbackHTTP allows" : ""
            throw Self.unsafe("its scheme is not https" + hint)
        }
        guard host.port == nil || host.port == 443 else { throw Self.unsafe("its port is not 443") }
        guard host.isPublicName, hosts.allows(host.name) else {
            throw Self.unsafe("its host \(host.name) is not one that StoragePolicy.hosts allows")
        }
        return url
    }

    /// Which addresses the host of a URL that passed may resolve to.
    func peers(of url: URL) -> PeerRule {
        let isLoopback = StorageHost(authorityOf: url.absoluteString)?.isLoopback ?? false
        return allowsLoopbackHTTP && isLoopback ? .any : peers
    }

    /// Neither white space nor control characters, nothing outside of ASCII, and no backslash, which some parsers take
    /// for a slash.
    private static func isHarmless(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "\\")
    }

    private static func unsafe(_ reason: String) -> DownloadError {
        DownloadError(.unsafeURL, message: "The output's URL is refused: \(reason).")
    }
}
