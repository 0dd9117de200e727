public import ParseTransport

extension CurlTransport {
    /// The limits and sources of trust of a ``CurlTransport``.
    public struct Configuration: Sendable, Hashable {
        /// How large a response's header block may be.
        ///
        /// Default: ``/ParseTransport/HeaderLimits/standard``.
        public var headerLimits: HeaderLimits

        /// The most connections to one host at a time; further requests wait for a free one.
        ///
        /// Default: 64.
        ///
        /// A response whose body is neither read nor dropped keeps its connection. Requests whose peers are checked
        /// have connections of their own, counted apart.
        public var maxConnectionsPerHost: Int

        /// The most idle connections kept for reuse, over all hosts; again apart where peers are checked.
        ///
        /// Default: 32.
        public var connectionCacheSize: Int

        /// The bytes of one unread body from which its peer is held back.
        ///
        /// Default: 1 MiB.
        ///
        /// It is let go again when half of them are read.
        public var highWaterMark: Int

        /// Whether `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy` of the environment are obeyed.
        ///
        /// Default: `true`.
        ///
        /// A proxy's own credentials may stand in these variables; the request's header fields are not shown to a proxy
        /// that tunnels.
        public var usesProxyFromEnvironment: Bool

        /// A PEM file of the certificate authorities to trust instead of the system's.
        ///
        /// Default: `nil`, the system's.
        public var certificateAuthorityFile: String?

        /// Sets up a transport.
        ///
        /// - Parameters:
        ///   - headerLimits: how large a header block may be. Default: 64 KiB in 100 fields.
        ///   - maxConnectionsPerHost: the most connections to one host. Default: 64.
        ///   - connectionCacheSize: the most idle connections kept. Default: 32.
        ///   - highWaterMark: the unread bytes from which a peer is held back. Default: 1,048,576.
        ///   - usesProxyFromEnvironment: whether the environment's proxies are used. Default: `true`.
        ///   - certificateAuthorityFile: a PEM file to trust instead of the system's store. Default: none.
        public init(
            headerLimits: HeaderLimits = .standard,
            maxConnectionsPerHost: Int = 64,
            connectionCacheSize: Int = 32,
            highWaterMark: Int = 1_048_576,
            usesProxyFromEnvironment: Bool = true,
            certificateAuthorityFile: String? = nil
        ) {
            self.headerLimits = headerLimits
            self.maxConnectionsPerHost = maxConnectionsPerHost
            self.connectionCacheSize = connectionCacheSize
            self.highWaterMark = highWaterMark
            self.usesProxyFromEnvironment = usesProxyFromEnvironment
            self.certificateAuthorityFile = certificateAuthorityFile
        }

        /// The defaults.
        public static let standard = Configuration()

        /// Copies the configuration with changes.
        ///
        /// - Parameter change: what shall differ.
        /// - Returns: the changed copy.
        public func with(_ change: (inout Configuration) -> Void) -> Configuration {
            var copy = self
            change(&copy)
            return copy
        }
    }
}
