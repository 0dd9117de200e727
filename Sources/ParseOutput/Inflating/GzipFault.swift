/// What is wrong with a gzip stream, and at which of its encoded bytes.
struct GzipFault: Error, Hashable {
    let kind: Kind

    /// The byte with the first bit of what is wrong, counted from the stream's first one.
    let offset: Int64

    init(_ kind: Kind, at offset: Int64) {
        self.kind = kind
        self.offset = offset
    }

    enum Kind: Sendable, Hashable, CaseIterable {
        // The stream's end.
        case truncated, trailingGarbage
        // A member's header and trailer.
        case notGzip, unknownMethod, reservedFlags, headerTooLong, headerChecksum, checksum, size
        // Blocks.
        case blockType, storedLength, codeCount, repeatedLength, codeLengths, noEndOfBlock, symbol, distance
        // Limits.
        case tooLarge, ratio
    }

    /// Whether the stream may be sound, but expands to more than is taken.
    var isLimit: Bool { kind == .tooLarge || kind == .ratio }

    /// What is wrong, as a sentence.
    var message: String {
        switch kind {
        case .truncated: "The gzip stream ends before its last member does."
        case .trailingGarbage: "Bytes that are neither padding nor a member follow the gzip stream."
        case .notGzip: "The bytes are not a gzip stream."
        case .unknownMethod: "The gzip stream is compressed by a method other than deflate."
        case .reservedFlags: "The gzip header has flags set that are reserved."
        case .headerTooLong: "A name or comment in the gzip header is longer than 64 KiB."
        case .headerChecksum: "The gzip header does not match its checksum."
        case .checksum: "The decoded bytes do not match the gzip stream's checksum."
        case .size: "The decoded bytes are not as many as the gzip stream says."
        case .blockType: "A block of the gzip stream has a type that does not exist."
        case .storedLength: "The length of a stored block does not match its complement."
        case .codeCount: "A block of the gzip stream has more Huffman codes than there are symbols."
        case .repeatedLength: "A repeated code length has none before it, or runs past the last code."
        case .codeLengths: "The code lengths of a block make no Huffman code."
        case .noEndOfBlock: "A block of the gzip stream has no code for its end."
        case .symbol: "A block of the gzip stream holds a code that stands for nothing."
        case .distance: "A match reaches back before the first byte of its member."
        case .tooLarge: "The gzip stream expands to more bytes than the limit."
        case .ratio: "The gzip stream expands to too many times its size."
        }
    }
}
