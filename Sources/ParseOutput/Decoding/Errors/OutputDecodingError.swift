/// Why a document could not be decoded, and where.
///
/// It names places, never contents: at most a single character of the document appears in it.
public struct OutputDecodingError: Error, Sendable, Hashable {
    /// What went wrong.
    public let code: Code

    /// What happened, in plain words.
    public let message: String

    /// The place in bytes, counted from the document's first byte; for a truncated document its length.
    public let byteOffset: Int64

    /// The place in the document's own terms, such as `chunks[12].blocks[3].boundingBox.left`; empty at the root.
    ///
    /// Inside a run it begins with `output`. Inside something that is only skipped, it ends at what is skipped. A
    /// member name that is not a plain word of at most 32 characters is shown as `?`.
    public let path: String

    /// The index of the chunk the place lies in, `nil` outside every chunk.
    public let chunkIndex: Int?

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - code: what went wrong.
    ///   - message: what happened, in plain words and without contents of the document.
    ///   - byteOffset: the place, counted from the document's first byte.
    ///   - path: the place in the document's own terms. Default: the root.
    ///   - chunkIndex: the index of the chunk the place lies in. Default: none.
    public init(_ code: Code, message: String, byteOffset: Int64, path: String = "", chunkIndex: Int? = nil) {
        self.code = code
        self.message = message
        self.byteOffset = byteOffset
        self.path = path
        self.chunkIndex = chunkIndex
    }
}

extension OutputDecodingError: CustomStringConvertible {
    /// The code, the place and the message.
    public var description: String {
        let place = path.isEmpty ? "byte \(byteOffset)" : "\(path), byte \(byteOffset)"
        return "\(code) at \(place): \(message)"
    }
}
