import Foundation
import ParseTransport

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// `URLSession`'s codes in the words of ``TransportError``.
extension TransportError {
    /// Names the fault that ended a task.
    ///
    /// On Linux most faults of the protocol share one code, and only libcurl's text, which stands in the error, tells
    /// them apart.
    init(_ error: any Error, phase: Phase, onReusedConnection: Bool) {
        let code = (error as? URLError)?.code ?? .unknown
        let text = error.localizedDescription
        let kind = Self.kind(of: code, text: text.lowercased())
        let phase = kind.strikesBeforeSending ? .notSent : phase
        self.init(
            kind,
            phase: phase,
            message: "\(text) (URLError \(code.rawValue)).",
            onReusedConnection: onReusedConnection && phase != .notSent
        )
    }

    private static func kind(of code: URLError.Code, text: String) -> Kind {
        switch code {
        case .cancelled, .userCancelledAuthentication: .cancelled
        case .timedOut: .timedOut
        case .cannotFindHost, .dnsLookupFailed: .hostNotFound
        case .cannotConnectToHost: .connectionRefused
        case .notConnectedToInternet, .internationalRoamingOff, .callIsActive, .dataNotAllowed: .connectionFailed
        case .networkConnectionLost: .connectionBroken
        case .secureConnectionFailed, .clientCertificateRejected, .clientCertificateRequired: .tlsHandshakeFailed
        case .serverCertificateUntrusted, .serverCertificateHasBadDate, .serverCertificateHasUnknownRoot,
            .serverCertificateNotYetValid:
            .certificateUntrusted
        case .cannotParseResponse, .cannotDecodeRawData, .cannotDecodeContentData: .protocolViolation
        case .dataLengthExceedsMaximum: .bodyTooLarge
        case .badURL, .appTransportSecurityRequiresSecureConnection: .invalidRequest
        // The request's own scheme has been checked; on Linux this is an answer that begins like no HTTP.
        case .unsupportedURL: .protocolViolation
        // On Linux: the connection ended before a byte.
        case .badServerResponse: text.contains("empty reply") ? .connectionBroken : .protocolViolation
        default: kind(ofText: text)
        }
    }

    private static func kind(ofText text: String) -> Kind {
        if text.contains("certificate") { return .certificateUntrusted }
        if ["chunk", "content-length", "header"].contains(where: text.contains) { return .protocolViolation }
        if text.contains("remaining to read") || text.contains("outstanding read data") { return .connectionBroken }
        if text.contains("ssl") || text.contains("tls") { return .tlsHandshakeFailed }
        return .other
    }
}

extension TransportError.Kind {
    /// Whether the fault can only strike while no byte of the request has been sent.
    fileprivate var strikesBeforeSending: Bool {
        switch self {
        case .hostNotFound, .connectionRefused, .connectionFailed, .tlsHandshakeFailed, .certificateUntrusted,
            .invalidRequest:
            true
        default: false
        }
    }
}
