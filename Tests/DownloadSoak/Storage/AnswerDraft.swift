import ParseTransport

/// An answer on its way to be sent, for a fault to change.
struct AnswerDraft: Sendable {
    var status: Int
    var headers: HeaderFields = [:]

    /// The bytes of the body, and how many were announced.
    var body: ArraySlice<UInt8> = []
    var announced: Int64?

    /// After how many bytes something happens, and what.
    var event: (at: Int, kind: BodyEvent)?

    /// What happens within a body.
    enum BodyEvent: Sendable {
        /// It ends with a fault.
        case fault(TransportError)

        /// It ends as if it were whole.
        case end

        /// It pauses once.
        case pause(Duration)

        /// It never goes on.
        case silence

        /// It goes on, a few bytes at a time.
        case trickle(bytes: Int, every: Duration)
    }

    /// What was done, in a line.
    var line: String {
        let place = headers["Content-Range"].map { " \($0)" } ?? ""
        let tag = headers["ETag"].map { " \($0)" } ?? ""
        let length = announced.map { "\($0)" } ?? "unknown"
        let event = event.map { ", \($0.kind) after \($0.at)" } ?? ""
        return "\(status)\(place)\(tag), \(body.count) bytes, announced \(length)\(event)"
    }

    /// A word instead of the document, as S3 writes it.
    static func word(_ status: Int, _ code: String, _ message: String = "", more: String = "") -> AnswerDraft {
        let xml = "<?xml version=\"1.0\"?><Error><Code>\(code)</Code><Message>\(message)</Message>\(more)</Error>"
        return text(status, "application/xml", xml)
    }

    /// A page for people.
    static func page(_ status: Int, type: String = "text/html") -> AnswerDraft {
        text(status, type, "<html><body>Service portal: please sign in.</body></html>")
    }

    private static func text(_ status: Int, _ type: String, _ text: String) -> AnswerDraft {
        let bytes = Array(text.utf8)
        return AnswerDraft(
            status: status,
            headers: ["Content-Type": type],
            body: bytes[...],
            announced: Int64(bytes.count)
        )
    }
}
