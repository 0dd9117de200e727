/// The bytes of a stored document, held or made anew each time they are read.
struct StoredContent: Sendable {
    private enum Source: Sendable {
        case held([UInt8])
        case generated(SampleDocument)
    }

    /// How many bytes there are.
    let count: Int

    /// A strong validator made of the content (FNV-1a).
    let eTag: String

    private let source: Source

    init(_ bytes: [UInt8]) {
        var hash = Hash()
        hash.add(bytes)
        self.count = bytes.count
        self.eTag = hash.eTag
        self.source = .held(bytes)
    }

    init(_ document: SampleDocument) {
        var hash = Hash()
        var count = 0
        for piece in document.pieces {
            hash.add(piece)
            count += piece.count
        }
        self.count = count
        self.eTag = hash.eTag
        self.source = .generated(document)
    }

    var bytes: [UInt8] {
        switch source {
        case .held(let bytes): bytes
        case .generated(let document): Array(document.pieces.joined())
        }
    }

    /// Reads a part, which must lie within the content.
    func reader(of range: Range<Int>) -> Reader {
        switch source {
        case .held(let bytes): Reader(rest: bytes[range], pieces: nil, skipped: 0, left: 0)
        case .generated(let document):
            Reader(rest: [], pieces: document.pieces.makeIterator(), skipped: range.lowerBound, left: range.count)
        }
    }

    /// Goes through a part of the content.
    struct Reader {
        fileprivate var rest: ArraySlice<UInt8>
        fileprivate var pieces: SampleDocument.Pieces.Iterator?
        fileprivate var skipped: Int
        fileprivate var left: Int

        /// The next bytes, at most so many; `nil` at the end.
        mutating func next(_ size: Int) -> ArraySlice<UInt8>? {
            while rest.isEmpty {
                guard left > 0, let piece = pieces?.next() else { return nil }
                let kept = piece.dropFirst(skipped).prefix(left)
                skipped -= piece.count - piece.dropFirst(skipped).count
                left -= kept.count
                rest = kept
            }
            defer { rest = rest.dropFirst(size) }
            return rest.prefix(size)
        }
    }

    private struct Hash {
        private var value: UInt64 = 0xCBF2_9CE4_8422_2325

        mutating func add(_ bytes: [UInt8]) {
            for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }

        var eTag: String { "\"\(String(value, radix: 16))\"" }
    }
}
