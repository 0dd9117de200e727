import CCurl
import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A request in libcurl's words.
extension CurlTransfer {
    func configure(trust: TrustStore, configuration: CurlTransport.Configuration) throws(TransportError) {
        try configureTarget()
        try configureMethod()
        try configureConnection()
        try configureProxy(configuration)
        try configureTrust(trust)
        try handle.set(CCURLOPT_HTTPHEADER, headerLines)
        if !surroundings.knownHosts.isEmpty { try handle.set(CCURLOPT_RESOLVE, surroundings.knownHosts) }
        // No signals, no redirects, no credentials from files, nothing but HTTP.
        try handle.set(CCURLOPT_NOSIGNAL, true)
        try handle.set(CCURLOPT_FOLLOWLOCATION, false)
        try handle.set(CCURLOPT_NETRC, false)
        // Cancelling must not wait for a resolver that does not answer (7.87).
        handle.setIfKnown(CCURLOPT_QUICK_EXIT, 1)
    }

    private func configureTarget() throws(TransportError) {
        try handle.set(CCURLOPT_PROTOCOLS, Int(CCURL_PROTOCOLS_HTTP_AND_HTTPS))
        try handle.set(CCURLOPT_URL, request.url.absoluteString)
        try handle.set(CCURLOPT_PATH_AS_IS, true)
        try handle.set(CCURLOPT_HTTP09_ALLOWED, false)
    }

    private func configureMethod() throws(TransportError) {
        switch request.method {
        case .head:
            try handle.set(CCURLOPT_NOBODY, true)
        case .get where request.body.isEmpty:
            try handle.set(CCURLOPT_HTTPGET, true)
        default:
            if !request.body.isEmpty || announcesEmptyBody {
                try handle.set(CCURLOPT_POST, true)
                try handle.setBody(request.body)
            }
            try handle.set(CCURLOPT_CUSTOMREQUEST, request.method.rawValue)
        }
    }

    /// A method that usually has a body says so where it has none (RFC 9110, section 8.6).
    private var announcesEmptyBody: Bool {
        switch request.method.rawValue {
        case "POST", "PUT", "PATCH": true
        default: false
        }
    }

    private func configureConnection() throws(TransportError) {
        try handle.set(CCURLOPT_CONNECTTIMEOUT_MS, max(1, request.timeouts.connect.wholeMilliseconds))
        try handle.set(CCURLOPT_BUFFERSIZE, 65_536)
        if request.requiresNewConnection { try handle.set(CCURLOPT_FRESH_CONNECT, true) }
        switch request.version {
        case .automatic:
            handle.setIfKnown(CCURLOPT_HTTP_VERSION, Int(CCURL_HTTP_VERSION_2TLS))
            // Rather share the connection that is being made than make another beside it.
            if !request.requiresNewConnection { handle.setIfKnown(CCURLOPT_PIPEWAIT, 1) }
        case .http1:
            try handle.set(CCURLOPT_HTTP_VERSION, Int(CCURL_HTTP_VERSION_1_1))
        }
    }

    /// Leaves the environment's proxies to libcurl, unless it has to be known whether one is used.
    private func configureProxy(_ configuration: CurlTransport.Configuration) throws(TransportError) {
        handle.setIfKnown(CCURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        try handle.set(CCURLOPT_HEADEROPT, Int(CCURL_HEADER_SEPARATE))
        guard configuration.usesProxyFromEnvironment else { return try handle.set(CCURLOPT_PROXY, "") }
        guard request.peers != .any else { return }
        let proxy = ProxyEnvironment(surroundings.environment())
            .proxy(scheme: request.url.scheme ?? "", host: request.url.host ?? "")
        isProxied = proxy != nil
        // An empty list of exceptions is one: libcurl then asks no variable.
        try handle.set(CCURLOPT_PROXY, proxy ?? "")
        try handle.set(CCURLOPT_NOPROXY, "")
    }

    private func configureTrust(_ trust: TrustStore) throws(TransportError) {
        try handle.set(CCURLOPT_SSLVERSION, Int(CCURL_SSLVERSION_TLSv1_2))
        try handle.set(CCURLOPT_SSL_VERIFYPEER, true)
        try handle.set(CCURLOPT_SSL_VERIFYHOST, 2)
        if case .file(let path) = trust {
            try handle.set(CCURLOPT_CAINFO, path)
            try handle.set(CCURLOPT_CAPATH, nil as UnsafeMutableRawPointer?)
        }
    }

    /// The request's fields, and a line without a value for each field that libcurl would add by itself.
    private var headerLines: [String] {
        let sent = request.headers.filter { !Self.framing.contains($0.name.lowercased()) }
        let names = Set(sent.map { $0.name.lowercased() })
        return sent.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
            + Self.unasked.filter { !names.contains($0.lowercased()) }.map { "\($0):" }
    }

    private static let framing: Set = ["content-length", "transfer-encoding"]
    private static let unasked = ["Accept", "Content-Type", "Expect", "User-Agent"]
}

extension Duration {
    /// The duration in milliseconds, rounded up, within what libcurl takes.
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds < 2_000_000 else { return 2_000_000_000 }
        return Int(seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
