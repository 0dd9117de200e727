import ParseModels
import ParseOutput
import Testing

/// A place in a document where a value is put: read, checked by the reader, or checked by the scanner alone.
struct TorturePlace: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: String
    let after: String

    /// Whether the value is seen in the decoded chunk's content.
    var isContent = false

    static let content = TorturePlace(
        testDescription: "content", before: #"{"chunks":[{"content":"#, after: "}]}", isContent: true)
    static let skippedInChunk = TorturePlace(
        testDescription: "skipped in a chunk", before: #"{"chunks":[{"later":"#, after: "}]}")
    static let skippedInBlock = TorturePlace(
        testDescription: "skipped in a block", before: #"{"chunks":[{"blocks":[{"later":[1,"#, after: "]}]}]}")
    static let details = TorturePlace(
        testDescription: "unknown details", before: #"{"chunks":[{"blocks":[{"details":{"later":"#, after: "}}]}]}")
    static let skipped = TorturePlace(testDescription: "skipped", before: #"{"later":"#, after: #","chunks":[{}]}"#)
    static let skippedDeep = TorturePlace(
        testDescription: "skipped inside", before: #"{"later":[{"a":["#, after: #"]}],"chunks":[{}]}"#)

    static let all = [content, skippedInChunk, skippedInBlock, details, skipped, skippedDeep]

    /// The document with a value in this place, and where that begins.
    func document(_ value: [UInt8]) -> (bytes: [UInt8], start: Int) {
        (Array(before.utf8) + value + Array(after.utf8), before.utf8.count)
    }

    /// Expects a string to be taken, and to say what it should where that shows.
    ///
    /// - Parameter value: the string as it is written, quotes included.
    func expect(_ value: [UInt8], toBe text: String, _ location: SourceLocation = #_sourceLocation) {
        let outcome = ChunkDecoder().outcome(of: document(value).bytes)
        guard outcome.error != nil || outcome.elements.count != 1 || (isContent && outcome.elements[0].content != text)
        else { return }
        let written = String(decoding: value, as: UTF8.self)
        Issue.record("\(testDescription): \(written) gives \(outcome)", sourceLocation: location)
    }

    /// Expects a value to be refused at one of its bytes, whole and with the bytes behind that one still to come.
    func expect(
        _ value: [UInt8],
        refusedAs code: OutputDecodingError.Code,
        at offset: Int,
        _ location: SourceLocation = #_sourceLocation
    ) {
        let (bytes, start) = document(value)
        let outcome = ChunkDecoder().outcome(of: bytes)
        let error = outcome.error
        guard error?.code != code || error?.byteOffset != Int64(start + offset) else { return }
        let written = String(decoding: value, as: UTF8.self)
        let expected = "\(code) at \(start + offset)"
        Issue.record("\(testDescription): \(written) gives \(outcome), not \(expected)", sourceLocation: location)
    }
}

extension [UInt8] {
    /// So many times the same letter: what stands before and behind what matters.
    static func padding(_ count: Int) -> [UInt8] {
        [UInt8](repeating: UInt8(ascii: "x"), count: count)
    }

    static func quoted(_ content: [UInt8]) -> [UInt8] {
        [UInt8(ascii: "\"")] + content + [UInt8(ascii: "\"")]
    }
}
