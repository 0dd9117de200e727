import CCurl

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where the certificate authorities that a connection trusts come from.
enum TrustStore: Sendable, Hashable {
    /// What libcurl was built to trust.
    case builtIn

    /// One PEM file and nothing else.
    case file(String)

    /// The system's store.
    ///
    /// A libcurl that runs on another distribution than it was built for, as in a minimal container, points to a file
    /// that is not there; the store is then at one of a few well-known places.
    static func system(of library: CurlLibrary) -> TrustStore {
        let builtIn = [ccurl_default_ca_file(library.handle), ccurl_default_ca_directory(library.handle)]
            .compactMap { $0.map { String(cString: $0) } }
        if builtIn.contains(where: FileManager.default.fileExists(atPath:)) { return .builtIn }
        return wellKnown.first(where: FileManager.default.fileExists(atPath:)).map(TrustStore.file) ?? .builtIn
    }

    private static let wellKnown = [
        "/etc/ssl/certs/ca-certificates.crt",  // Debian, Ubuntu, Alpine, Arch
        "/etc/pki/tls/certs/ca-bundle.crt",  // Fedora, RHEL, Amazon Linux
        "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",  // RHEL without the compatibility links
        "/etc/ssl/ca-bundle.pem",  // openSUSE
        "/etc/ssl/cert.pem",  // Alpine, macOS
    ]
}
