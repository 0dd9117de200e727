extension TransportError {
    /// What went wrong, open to kinds added later.
    public struct Kind: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
        /// The kind's name.
        public let rawValue: String

        /// Makes a kind of its name.
        ///
        /// - Parameter rawValue: the name, in lower camel case.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The kind's name.
        public var description: String { rawValue }

        /// The request itself cannot be sent: its URL, method or a header field is malformed.
        ///
        /// Troubleshooting: the message names the part. Look for line breaks and non-ASCII characters in a token.
        public static let invalidRequest = Kind(rawValue: "invalidRequest")

        /// The host's name did not resolve.
        ///
        /// Troubleshooting: check the spelling of the base URL, and the network's DNS.
        public static let hostNotFound = Kind(rawValue: "hostNotFound")

        /// The host answered that nothing listens on that port.
        ///
        /// Troubleshooting: check the port of the base URL, and that the server runs.
        public static let connectionRefused = Kind(rawValue: "connectionRefused")

        /// No connection came about: no route, no network, or a proxy in between refused.
        ///
        /// Troubleshooting: check that the device is online and that a firewall or proxy lets the host through.
        public static let connectionFailed = Kind(rawValue: "connectionFailed")

        /// Every address that the host's name resolved to is one that ``TransportRequest/peers`` does not allow.
        ///
        /// No connection was made.
        ///
        /// Troubleshooting: look up what the name resolves to on this machine. An address inside your own network is
        /// refused on purpose; where the host is meant to be reached there, send the request with ``PeerRule/any``.
        public static let peerRefused = Kind(rawValue: "peerRefused")

        /// The TLS handshake failed for another reason than trust.
        ///
        /// Troubleshooting: a proxy that speaks no TLS 1.2 or newer, or plain HTTP on a TLS port, looks like this.
        public static let tlsHandshakeFailed = Kind(rawValue: "tlsHandshakeFailed")

        /// The server's certificate is not trusted, expired, or for another name.
        ///
        /// No request byte was sent.
        ///
        /// Troubleshooting: a proxy that inspects TLS needs its root in the system's trust store.
        public static let certificateUntrusted = Kind(rawValue: "certificateUntrusted")

        /// The connection ended before the response was whole: reset, closed early, a body shorter than announced.
        ///
        /// Troubleshooting: usually passing; the retry layer tries again where that is safe.
        public static let connectionBroken = Kind(rawValue: "connectionBroken")

        /// The peer stayed silent longer than ``TransportTimeouts`` allow.
        ///
        /// Troubleshooting: raise ``TransportTimeouts/idle`` for a slow server, or look for a stalled proxy.
        public static let timedOut = Kind(rawValue: "timedOut")

        /// The task was cancelled, or the body's reader went away.
        ///
        /// Troubleshooting: not a fault; whoever cancelled knows why.
        public static let cancelled = Kind(rawValue: "cancelled")

        /// The body is longer than its reader allowed.
        ///
        /// Troubleshooting: stream the body, or raise the limit that the message names.
        public static let bodyTooLarge = Kind(rawValue: "bodyTooLarge")

        /// The header block is longer than ``HeaderLimits`` allow.
        ///
        /// Troubleshooting: no known service needs more than the default; suspect a proxy.
        public static let headersTooLarge = Kind(rawValue: "headersTooLarge")

        /// What the peer sent is not HTTP: no status line, an unfinished header block, broken chunk framing.
        ///
        /// Troubleshooting: check that the port speaks HTTP, and for middleboxes that rewrite responses.
        public static let protocolViolation = Kind(rawValue: "protocolViolation")

        /// A single-pass body was read a second time.
        ///
        /// Troubleshooting: a mistake in the calling code; keep the bytes of the first pass.
        public static let bodyAlreadyConsumed = Kind(rawValue: "bodyAlreadyConsumed")

        /// The transport cannot work here at all, for instance because a system library is missing.
        ///
        /// Troubleshooting: the message says what to install or which transport to use instead.
        public static let unavailable = Kind(rawValue: "unavailable")

        /// The circuit to this origin is open: the service kept failing, and nothing was sent.
        ///
        /// Troubleshooting: the message says after what failure and until when. Look for what failed before it, and come
        /// back then.
        public static let circuitOpen = Kind(rawValue: "circuitOpen")

        /// A mock was asked for something its script does not hold.
        ///
        /// Troubleshooting: the message holds the request and the script's next expectation.
        public static let unexpectedRequest = Kind(rawValue: "unexpectedRequest")

        /// A fault with no better name.
        ///
        /// Troubleshooting: the message holds what the system said.
        public static let other = Kind(rawValue: "other")
    }
}
