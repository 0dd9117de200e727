#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What went over a transport, without its secrets, as a text that is read, compared and kept beside the tests.
///
/// A ``RecordingTransport`` makes one, a ``ReplayTransport`` plays it, and ``RecordedRun`` hands out what it says of a
/// run. Its file, `NAME.parserecording`, is UTF-8 in lines:
///
/// ```
/// extend-parse recording 1
///
/// > GET https://api.extend.ai/parse_runs/pr_1?responseType=url
/// > Authorization: redacted
/// < 200
/// < Content-Type: application/json
/// {
///   "id":"pr_1",
///   "outputUrl":"https://storage.example/out.json?X-Amz-Signature=redacted",
///   "status":"PROCESSED"
/// }
///
/// > GET https://storage.example/out.json?X-Amz-Signature=redacted
/// < 200
/// @ document 1
///
/// document 1 https://storage.example/out.json?X-Amz-Signature=redacted
/// < ETag: "5d41402a"
/// {
///   "chunks":[]
/// }
/// ```
///
/// The first line names the format and its version. Sections follow, each behind a blank line, each an exchange or a
/// document, in any order; exchanges are replayed in theirs.
///
/// | line | what it is |
/// |---|---|
/// | `> GET URL` | an exchange begins: the method and the URL |
/// | `> Name: value` | a header field of the request; with an `Authorization` it is a call of the API |
/// | `< 200` | the status; without this line no head came |
/// | `< Name: value` | a header field of the response, or of a document |
/// | `{`, `[` and what follows | a body of JSON, laid out over lines, up to the blank line |
/// | `\| text` | a line of a body of any other text |
/// | `= YWJj` | a line of a body that is no text, in base 64 |
/// | `@ document 1` | the body is a document, whole or a part of it |
/// | `! connectionBroken receivingBody 512 words` | the fault that ended the exchange: kind, phase, behind how many bytes, message |
/// | `! unread` | whoever read the body left it here |
/// | `document 1 URL` | a document begins: what the storage keeps at that URL |
/// | `! incomplete` | not all of the document was read when it was recorded |
/// | `# words` | a remark, between sections |
///
/// White space between the tokens of JSON means nothing: it is laid out anew when it is written, and left out when it is
/// replayed. Lengths, ranges and totals are not kept but made on replay, so that a value can be changed by hand.
///
/// Secrets are replaced by `redacted` before anything is here: the key, what the recorder was told to hide, the
/// workspace, and every value of a URL's query, wherever it stands. Only the query of a call of the API, whose key is in
/// its header, is kept. Of the header fields those are kept that a client goes by.
public struct ParseRecording: Sendable, Hashable {
    /// What a file's name ends in, without the dot.
    public static let fileExtension = "parserecording"

    /// What was asked and answered, in order.
    public var exchanges: [RecordedExchange]

    /// What the storage keeps, by the numbers that exchanges name, from 1.
    public var documents: [RecordedDocument]

    /// Makes a recording of its parts.
    ///
    /// - Parameters:
    ///   - exchanges: what was asked and answered, in order. Default: nothing.
    ///   - documents: what the storage keeps. Default: nothing.
    public init(exchanges: [RecordedExchange] = [], documents: [RecordedDocument] = []) {
        self.exchanges = exchanges
        self.documents = documents
    }

    /// Reads a recording's text.
    ///
    /// - Parameter text: the text, with line ends of any kind.
    /// - Throws: ``RecordingError`` with the line that is wrong.
    public init(parsing text: String) throws(RecordingError) {
        self = try RecordingFile(text).recording
    }

    /// Reads a recording's file.
    ///
    /// - Parameter path: the file's path.
    /// - Throws: ``RecordingError`` with the path, and the line that is wrong.
    public init(contentsOf path: String) throws(RecordingError) {
        self = try RecordingFile(contentsOf: path).recording
    }

    /// The recording as its file has it.
    public var text: String { RecordingWriter.text(of: self) }

    /// Writes the recording into a file, in place of one that is there.
    ///
    /// - Parameter path: the file's path; its directory must be there.
    /// - Throws: ``RecordingError`` with the path, if it cannot be written.
    public func write(to path: String) throws(RecordingError) {
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw RecordingError("the recording cannot be written there", path: path)
        }
    }
}
