import CCurl
import ParseTransport

/// libcurl's codes in the words of ``TransportError``.
extension CurlTransfer {
    /// Why a transfer that ended with the code is not whole; `nil` if it is.
    func fault(for code: ccurl_code) -> TransportError? {
        if let ownFault { return ownFault }
        if code == CCURLE_OK, headers.isComplete { return nil }
        if code != CCURLE_OK, let peerFault { return peerFault }
        // libcurl takes a header block that the peer's closing cut off for a whole one.
        if code == CCURLE_OK || (headers.isCutOff && (code == CCURLE_PARTIAL_FILE || code == CCURLE_GOT_NOTHING)) {
            return TransportError(
                .connectionBroken,
                phase: .awaitingResponse,
                message: "The connection ended within the response's header block.",
                onReusedConnection: handle.newConnections == 0
            )
        }
        let text = handle.text(for: code)
        // Where libcurl sends again over a new connection, the first sending may have arrived.
        let phase = sendings == 0 && Self.strikesBeforeSending(code) ? .notSent : pipe.phase
        return TransportError(
            kind(of: code, phase: phase, text: text),
            phase: phase,
            message: "\(text) (libcurl \(code.rawValue)).",
            onReusedConnection: phase != .notSent && handle.newConnections == 0
        )
    }

    private static func strikesBeforeSending(_ code: ccurl_code) -> Bool {
        switch code {
        case CCURLE_URL_MALFORMAT, CCURLE_FAILED_INIT, CCURLE_NOT_BUILT_IN, CCURLE_COULDNT_RESOLVE_PROXY,
            CCURLE_COULDNT_RESOLVE_HOST, CCURLE_COULDNT_CONNECT, CCURLE_INTERFACE_FAILED, CCURLE_SSL_CONNECT_ERROR,
            CCURLE_SSL_ENGINE_NOTFOUND, CCURLE_SSL_CERTPROBLEM, CCURLE_SSL_CIPHER, CCURLE_PEER_FAILED_VERIFICATION,
            CCURLE_SSL_CACERT_BADFILE, CCURLE_SSL_ISSUER_ERROR, CCURLE_SSL_INVALIDCERTSTATUS, CCURLE_PROXY,
            CCURLE_OPERATION_TIMEDOUT:  // libcurl times nothing here but connecting
            true
        default: false
        }
    }

    private func kind(of code: ccurl_code, phase: TransportError.Phase, text: String) -> TransportError.Kind {
        switch code {
        case CCURLE_URL_MALFORMAT: .invalidRequest
        case CCURLE_NOT_BUILT_IN, CCURLE_FAILED_INIT: .unavailable
        case CCURLE_COULDNT_RESOLVE_HOST: .hostNotFound
        case CCURLE_COULDNT_CONNECT where handle.systemError == CCURL_ECONNREFUSED: .connectionRefused
        case CCURLE_COULDNT_CONNECT, CCURLE_COULDNT_RESOLVE_PROXY, CCURLE_INTERFACE_FAILED, CCURLE_PROXY:
            .connectionFailed
        case CCURLE_OPERATION_TIMEDOUT: .timedOut
        case CCURLE_PEER_FAILED_VERIFICATION, CCURLE_SSL_ISSUER_ERROR, CCURLE_SSL_INVALIDCERTSTATUS:
            .certificateUntrusted
        case CCURLE_SSL_CONNECT_ERROR, CCURLE_SSL_ENGINE_NOTFOUND, CCURLE_SSL_CERTPROBLEM, CCURLE_SSL_CIPHER,
            CCURLE_SSL_CACERT_BADFILE:
            .tlsHandshakeFailed
        // Before 7.84 a header line without end exhausted a fixed buffer and was called a lack of memory.
        case CCURLE_TOO_LARGE, CCURLE_OUT_OF_MEMORY: phase == .awaitingResponse ? .headersTooLarge : .other
        // A scheme that this build lacks, or, once sent, an answer that begins like no HTTP since 1.0.
        case CCURLE_UNSUPPORTED_PROTOCOL: phase == .notSent ? .unavailable : .protocolViolation
        case CCURLE_WEIRD_SERVER_REPLY, CCURLE_HTTP2: .protocolViolation
        case CCURLE_RECV_ERROR: kindOfReceiveError(phase: phase, text: text.lowercased())
        case CCURLE_PARTIAL_FILE, CCURLE_GOT_NOTHING, CCURLE_SEND_ERROR, CCURLE_HTTP2_STREAM: .connectionBroken
        default: .other
        }
    }

    /// One code stands for a reset, for broken chunk framing and for a proxy's refusal; only the text tells them apart.
    private func kindOfReceiveError(phase: TransportError.Phase, text: String) -> TransportError.Kind {
        if phase == .notSent { return .connectionFailed }
        if text.contains("chunk") { return .protocolViolation }
        if text.contains("response headers") { return .headersTooLarge }
        return .connectionBroken
    }
}
