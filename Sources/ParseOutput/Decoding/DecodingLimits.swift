/// How much a decoder takes before it gives a document up.
///
/// The limits guard memory, and are checked while the bytes arrive: a document that exceeds one fails at once. What a
/// decoder only skips costs no memory whatever its size, so there just ``depth`` and ``totalBytes`` apply. So they do
/// where a document is in memory already and decoded whole.
public struct DecodingLimits: Sendable, Hashable {
    /// The longest element, in bytes of JSON, from its first byte to its last.
    ///
    /// Default: 256 MiB. An element is a chunk for ``ChunkDecoder`` and ``ChunkSliceDecoder``, a block with all its
    /// children for ``BlockDecoder``, a word or a line for ``OCRDecoder``, and the output's metadata for each of them.
    /// While a long one arrives, up to three times as much is held. What is built of it takes about as much; at worst, of
    /// a chunk of nothing but empty blocks, 250 times. Who reads from a source that is not trusted sets a limit that
    /// allows for it. A member `metadata` that comes before it is known whose it is counts as the output's.
    public var elementBytes: Int

    /// The longest string inside an element, in bytes of JSON between its quotes.
    ///
    /// Default: 256 MiB.
    public var stringBytes: Int

    /// The deepest nesting of objects and arrays, counted from the document's root.
    ///
    /// Default: 128, for which a thread with 256 KiB of stack is enough. A value above ``maximumDepth`` counts as that,
    /// and one below 1 as 1.
    public var depth: Int

    /// The longest number inside an element, in bytes.
    ///
    /// Default: 1 KiB.
    public var numberBytes: Int

    /// The most members of one object inside an element.
    ///
    /// Default: 1,000,000.
    public var membersPerObject: Int

    /// The longest document, in bytes.
    ///
    /// Default: 8 GiB.
    public var totalBytes: Int64

    /// The deepest nesting that can be asked for: 256, for which reading takes less than 512 KiB of stack.
    public static let maximumDepth = 256

    /// Limits that no output known so far comes near.
    public static let standard = DecodingLimits()

    /// Sets every limit.
    ///
    /// - Parameters:
    ///   - elementBytes: the longest element. Default: 256 MiB.
    ///   - stringBytes: the longest string inside an element. Default: 256 MiB.
    ///   - depth: the deepest nesting. Default: 128.
    ///   - numberBytes: the longest number inside an element. Default: 1 KiB.
    ///   - membersPerObject: the most members of one object inside an element. Default: 1,000,000.
    ///   - totalBytes: the longest document. Default: 8 GiB.
    public init(
        elementBytes: Int = 256 << 20,
        stringBytes: Int = 256 << 20,
        depth: Int = 128,
        numberBytes: Int = 1 << 10,
        membersPerObject: Int = 1_000_000,
        totalBytes: Int64 = 8 << 30
    ) {
        self.elementBytes = elementBytes
        self.stringBytes = stringBytes
        self.depth = depth
        self.numberBytes = numberBytes
        self.membersPerObject = membersPerObject
        self.totalBytes = totalBytes
    }

    /// Copies the limits with some of them changed.
    ///
    /// - Parameter change: sets the ones to change.
    /// - Returns: the changed copy.
    public func with(_ change: (inout DecodingLimits) -> Void) -> DecodingLimits {
        var copy = self
        change(&copy)
        return copy
    }
}

extension DecodingLimits {
    /// The same limits within the range that arithmetic on offsets can bear.
    var sanitized: DecodingLimits {
        with {
            $0.elementBytes = min(max($0.elementBytes, 0), Int.max >> 1)
            $0.stringBytes = min(max($0.stringBytes, 0), Int.max >> 1)
            $0.depth = min(max($0.depth, 1), Self.maximumDepth)
            $0.numberBytes = min(max($0.numberBytes, 0), Int.max >> 1)
            $0.membersPerObject = max($0.membersPerObject, 0)
            $0.totalBytes = min(max($0.totalBytes, 0), Int64.max >> 1)
        }
    }
}
