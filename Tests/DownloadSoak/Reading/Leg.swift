import ParseOutput
import ParseTransport

/// One download of a script: from the start or a token, to its end or to where the reader leaves it.
final class Leg {
    /// Where it began.
    let token: ResumeToken?

    /// When it began, and when it must have ended.
    let began: Duration
    let deadline: Duration

    /// What was handed out.
    var bytes: [UInt8] = []
    var ending: Ending?
    var isOver = false
    var ended = Duration.zero
    var report = DownloadReport()

    /// Whether the reader refused the document, as it is not the one that it was in.
    var isRefused = false

    /// Whether nothing but the connection's end told that of the document: then what reads it has to know.
    var isUnproven = false

    /// Where the reader stands, and how many of the document's bytes are done with there.
    var next: ResumeToken?

    /// When it was cancelled.
    var cancelled: Duration?

    /// What must not be, found on the way.
    var mistakes: [String] = []

    /// The requests before it, the bytes sent and the calls for URLs.
    let before: (requests: Int, sentBytes: Int, urlCalls: Int)

    enum Ending {
        /// The document has ended whole.
        case whole
        case failed(DownloadError)

        /// The reader has left.
        case left

        var name: String {
            switch self {
            case .whole: "whole"
            case .failed(let error): error.code.rawValue
            case .left: "left"
            }
        }
    }

    init(from token: ResumeToken?, began: Duration, timeout: Duration, storage: FaultyStorage) {
        self.token = token
        self.began = began
        self.deadline = began + timeout
        let seen = storage.seen
        self.before = (seen.requests.count, seen.sentBytes, seen.urlCalls)
    }

    /// How many bytes of the stored document were done with when it began.
    var start: Int { Int(token?.byteOffset ?? 0) }

    /// All that the reader has of the document: what it had before, and what was handed out and not passed over.
    func content(behind kept: [UInt8]) -> [UInt8] {
        isRefused ? kept : kept + bytes.dropFirst(start == 0 ? kept.count : 0)
    }
}
