public import ParseRetry
import ParseTransport

/// Why an output could not be downloaded whole.
public struct DownloadError: Error, Sendable, CustomStringConvertible {
    /// What went wrong.
    public let code: Code

    /// What happened in plain words, without any secret.
    public let message: String

    /// The storage host's HTTP status, where it answered.
    public let status: Int?

    /// The storage provider's own error code, such as `AccessDenied`.
    public let storageCode: String?

    /// How many bytes of the stored document had been handed to the reader.
    ///
    /// Where a download went on behind a ``ResumeToken``, those before it are counted in.
    public let bytesDelivered: Int64

    /// What ended the attempts although the fault might have passed; `nil` where nothing did.
    public let limit: RetryLimit?

    /// The requests that brought no document or not all of it, in order; of many, the last 32.
    public let attempts: [AttemptRecord]

    /// The error underneath: a `TransportError`, or whatever the source of URLs threw.
    public let cause: (any Error)?

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - code: what went wrong.
    ///   - message: what happened, in plain words. URLs in it are redacted here.
    ///   - status: the storage host's status. Default: none.
    ///   - storageCode: the provider's error code. Default: none.
    ///   - bytesDelivered: how many bytes the reader has. Default: 0.
    ///   - limit: what ended the attempts. Default: nothing did.
    ///   - attempts: the requests that failed. Default: none.
    ///   - cause: the error underneath. Default: none.
    public init(
        _ code: Code,
        message: String,
        status: Int? = nil,
        storageCode: String? = nil,
        bytesDelivered: Int64 = 0,
        limit: RetryLimit? = nil,
        attempts: [AttemptRecord] = [],
        cause: (any Error)? = nil
    ) {
        self.code = code
        self.message = RedactedText(message).description
        self.status = status
        self.storageCode = storageCode.map { RedactedText($0, limit: 64).description }
        self.bytesDelivered = bytesDelivered
        self.limit = limit
        self.attempts = attempts
        self.cause = cause
    }

    /// The code, what is known of the answer, and the message.
    public var description: String {
        let answer = [status.map { "HTTP \($0)" }, storageCode].compactMap(\.self).joined(separator: " ")
        let ended = limit.map { " (ended by the \($0) limit)" } ?? ""
        return (answer.isEmpty ? "\(code): \(message)" : "\(code) (\(answer)): \(message)") + ended
    }
}
