/// The bytes that arrived and are still needed, addressed by their offset in the document.
///
/// Bytes are given up by moving an offset; what is left moves to the front only when that frees more than it copies.
struct InputBuffer: Sendable {
    /// The bytes held, the first `head` of them given up already.
    private(set) var bytes: [UInt8] = []
    private var head = 0

    /// The offset in the document of `bytes[0]`.
    private(set) var base: Int64 = 0

    /// Makes an empty buffer at the document's start.
    init() {}

    /// Makes a buffer of bytes from elsewhere in the document.
    init(_ bytes: [UInt8], at offset: Int64) {
        self.bytes = bytes
        self.base = offset
    }

    /// The offset in the document of the first byte still held.
    var start: Int64 { base + Int64(head) }

    /// The offset in the document after the last byte held.
    var end: Int64 { base + Int64(bytes.count) }

    /// The place in `bytes` of an offset in the document.
    func index(of offset: Int64) -> Int { Int(offset - base) }

    /// Takes bytes that follow those held.
    mutating func append(_ new: Span<UInt8>) {
        compact(for: new.count)
        unsafe new.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Gives up everything before an offset.
    mutating func discard(upTo offset: Int64) {
        head = max(head, index(of: offset))
    }

    /// Gives up everything held.
    mutating func removeAll() {
        base = end
        bytes = []
        head = 0
    }

    private mutating func compact(for count: Int) {
        if head == bytes.count {
            base = end
            bytes.removeAll(keepingCapacity: bytes.capacity <= max(Self.keptCapacity, count))
            head = 0
        } else if head >= Self.keptCapacity, head >= bytes.count / 2 {
            base = start
            bytes = Array(bytes[head...])
            head = 0
        }
    }

    /// How much is worth neither moving nor giving back.
    private static let keptCapacity = 64 << 10
}
