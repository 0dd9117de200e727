/// Why an exchange did not end with a whole response.
///
/// The same fault has the same ``kind-swift.property`` on every transport, and ``phase-swift.property`` tells whether
/// the request can have reached the server: both are what a retry is decided by.
public struct TransportError: Error, Sendable, Hashable {
    /// What went wrong.
    public let kind: Kind

    /// How far the exchange had come.
    public let phase: Phase

    /// What happened in plain words, without any secret.
    public let message: String

    /// Whether the connection had served an earlier request.
    ///
    /// A pooled connection that the peer closed meanwhile breaks at once; the same request on a new one may well pass.
    public let onReusedConnection: Bool

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - kind: what went wrong.
    ///   - phase: how far the exchange had come.
    ///   - message: what happened, in plain words. URLs in it are redacted here.
    ///   - onReusedConnection: whether the connection had served an earlier request. Default: `false`.
    public init(_ kind: Kind, phase: Phase, message: String, onReusedConnection: Bool = false) {
        self.kind = kind
        self.phase = phase
        self.message = RedactedText(message).description
        self.onReusedConnection = onReusedConnection
    }

    /// How far an exchange had come when it failed.
    public enum Phase: Sendable, Hashable {
        /// No byte of the request can have been acted on: resolving, connecting, shaking hands.
        case notSent

        /// The request may have reached the server; no whole response head came back.
        case awaitingResponse

        /// The response head arrived and the body broke off.
        case receivingBody
    }
}

extension TransportError: CustomStringConvertible {
    /// The kind, the phase and the message.
    public var description: String { "\(kind) (\(phase)): \(message)" }
}
