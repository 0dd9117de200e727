import ParseRetry
import ParseTransport

extension DownloadError {
    /// The same error, with how much was handed out before it.
    func with(bytesDelivered: Int64) -> DownloadError {
        copy(bytesDelivered: bytesDelivered, limit: limit, attempts: attempts)
    }

    /// The same error, with what ended the attempts.
    func with(limit: RetryLimit?) -> DownloadError {
        copy(bytesDelivered: bytesDelivered, limit: limit, attempts: attempts)
    }

    /// The same error, with what went wrong before it.
    func with(_ attempts: [AttemptRecord]) -> DownloadError {
        copy(bytesDelivered: bytesDelivered, limit: limit, attempts: attempts)
    }

    private func copy(bytesDelivered: Int64, limit: RetryLimit?, attempts: [AttemptRecord]) -> DownloadError {
        DownloadError(
            code,
            message: message,
            status: status,
            storageCode: storageCode,
            bytesDelivered: bytesDelivered,
            limit: limit,
            attempts: attempts,
            cause: cause
        )
    }

    // MARK: Faults

    static func interrupted(by fault: TransportError) -> DownloadError {
        let code: Code =
            switch fault.kind {
            case .cancelled: .cancelled
            case .bodyTooLarge: .tooLarge
            case .peerRefused: .unsafeURL
            default: .interrupted
            }
        return DownloadError(code, message: fault.description, cause: fault)
    }

    static let cancelled = DownloadError(.cancelled, message: "The task was cancelled.")

    static func timedOut(_ limit: Duration) -> DownloadError {
        DownloadError(
            .timedOut,
            message: "The download took longer than DownloadConfiguration.timeout, which is \(limit.shown)."
        )
    }

    static let heldBack = DownloadError(
        .timedOut,
        message: "The storage had asked for fewer requests, and the pause was longer than the download agrees to wait."
    )

    static func notWritten(_ path: String, _ reason: String) -> DownloadError {
        DownloadError(.writeFailed, message: "The file \(path) could not be written: \(reason).")
    }

    static let notFromStart = DownloadError(
        .tokenRefused,
        message: "A document is saved from its start; this download goes on behind the offset of a resume token."
    )

    static let endUnproven = DownloadError(
        .endUnproven,
        message: "The connection ended, and nothing tells whether the document did, so that it is not saved."
    )

    // MARK: Limits

    static func tooLarge(
        _ limit: Int64,
        _ length: Int64? = nil,
        setting: String = "DownloadConfiguration.maximumBytes"
    ) -> DownloadError {
        let document = length.map { "is \($0) bytes long, more" } ?? "is longer"
        return DownloadError(.tooLarge, message: "The document \(document) than \(setting), which is \(limit).")
    }

    static func notWindowed(_ limit: Int) -> DownloadError {
        DownloadError(
            .tooLarge,
            message: """
                The storage host sends all of the document where a part was asked for, and this transport would hold more \
                of it in memory than DownloadConfiguration.bufferedBytes, which is \(limit).
                """
        )
    }

    static func tooManyOpens(_ limit: Int) -> DownloadError {
        DownloadError(
            .tooManyOpens,
            message: """
                The document is not whole after as many requests as DownloadConfiguration.maximumOpens, which is \(limit).
                """
        )
    }

    // MARK: What does not fit together

    static func changed(_ offset: Int64) -> DownloadError {
        DownloadError(
            .outputChanged,
            message: "The document is another one than that of which \(offset) bytes were handed out.",
            bytesDelivered: offset
        )
    }

    package static func otherChunks(_ reason: String) -> DownloadError {
        DownloadError(.outputChanged, message: "The document is another one than that of the resume token: \(reason).")
    }

    static func cannotResume(_ reason: String) -> DownloadError {
        DownloadError(.cannotResume, message: "The download cannot go on: \(reason).")
    }

    static func rangeGap(_ offset: Int64) -> DownloadError {
        DownloadError(.rangeGap, message: "The part that came does not reach back to byte \(offset).")
    }

    static func violation(_ what: String) -> DownloadError {
        DownloadError(.protocolViolation, message: "The storage host contradicts itself: \(what).")
    }

    static func encoded(_ coding: String, status: Int) -> DownloadError {
        DownloadError(
            .unexpectedContent,
            message: "The document is encoded as \(coding) although it was asked for as it is.",
            status: status
        )
    }
}
