public import ParseTransport

extension URLSessionTransport {
    /// The limits of a ``URLSessionTransport``.
    public struct Configuration: Sendable, Hashable {
        /// How large a response's header block may be.
        ///
        /// Default: ``/ParseTransport/HeaderLimits/standard``.
        ///
        /// It is checked when `URLSession` has taken the whole block, which has bounds of its own.
        public var headerLimits: HeaderLimits

        /// The most connections to one host at a time; further requests wait for a free one.
        ///
        /// Default: 64.
        public var maxConnectionsPerHost: Int

        /// The bytes of one unread body from which its peer is held back, on Apple platforms.
        ///
        /// Default: 1 MiB.
        public var highWaterMark: Int

        /// The most bytes of one body that may pile up unread, on Linux.
        ///
        /// Default: 256 MiB.
        ///
        /// Beyond it the exchange fails with ``/ParseTransport/TransportError/Kind/bodyTooLarge``. On Apple platforms
        /// the peer is held back long before.
        public var maximumBufferedBytes: Int

        /// Sets up a transport.
        ///
        /// - Parameters:
        ///   - headerLimits: how large a header block may be. Default: 64 KiB in 100 fields.
        ///   - maxConnectionsPerHost: the most connections to one host. Default: 64.
        ///   - highWaterMark: the unread bytes from which a peer is held back. Default: 1,048,576.
        ///   - maximumBufferedBytes: the most bytes that may pile up unread. Default: 268,435,456.
        public init(
            headerLimits: HeaderLimits = .standard,
            maxConnectionsPerHost: Int = 64,
            highWaterMark: Int = 1_048_576,
            maximumBufferedBytes: Int = 268_435_456
        ) {
            self.headerLimits = headerLimits
            self.maxConnectionsPerHost = maxConnectionsPerHost
            self.highWaterMark = highWaterMark
            self.maximumBufferedBytes = maximumBufferedBytes
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
