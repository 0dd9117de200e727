/// The bytes that arrived and are still needed, addressed by their offset in the document.
///
/// Bytes are given up by moving an offset; what is left moves to the front only when that frees more than it copies, so
/// that no byte moves more than once on average.
struct InputBuffer: Sendable {
    /// A margin, the bytes, and the padding, the first byte of which is 0.
    private var storage = Self.nothing

    /// Where the bytes still held begin and end, counted from behind the margin.
    private var head = 0
    private var tail = 0

    /// The offset in the document of the first byte behind the margin.
    private(set) var base: Int64 = 0

    /// Makes an empty buffer at the document's start.
    init() {}

    /// Makes an empty buffer at an offset in the document.
    init(at offset: Int64) {
        base = offset
    }

    /// Makes a buffer of bytes from elsewhere in the document.
    init(_ bytes: [UInt8], at offset: Int64) {
        storage = unsafe [UInt8](unsafeUninitializedCapacity: bytes.count + Self.surroundings) { held, filled in
            // The margin, the bytes and the padding fill it exactly.
            let margin = PaddedBytes.margin
            unsafe held.initialize(repeating: 0)
            unsafe bytes.withUnsafeBytes {
                unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(held)[margin...])
                    .copyMemory(from: $0)
            }
            filled = held.count
        }
        tail = bytes.count
        base = offset
    }

    /// The offset in the document of the first byte still held.
    var start: Int64 { base + Int64(head) }

    /// The offset in the document after the last byte held.
    var end: Int64 { base + Int64(tail) }

    /// How many bytes the buffer could hold without asking for memory.
    var capacity: Int { storage.count - Self.surroundings }

    /// Lends the bytes, those given up included; the index of an offset is its distance from ``base``.
    @inline(__always)
    func withBytes<Result, Failure: Error>(
        _ body: (PaddedBytes) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe storage.withUnsafeBufferPointer { (held) throws(Failure) -> Result in
            // There are the margin and the padding at least.
            guard let first = held.baseAddress else { preconditionFailure("The storage has no bytes.") }
            return try body(unsafe PaddedBytes(start: first + PaddedBytes.margin, count: tail))
        }
    }

    /// Takes bytes that follow those held.
    mutating func append(_ new: Span<UInt8>) {
        guard !new.isEmpty else { return }
        makeRoom(for: new.count)
        let tail = tail
        unsafe storage.withUnsafeMutableBytes { held in
            // `makeRoom` made sure of the margin and `tail + new.count + padding` bytes.
            guard let first = held.baseAddress else { return }
            let place = unsafe first + PaddedBytes.margin + tail
            unsafe new.withUnsafeBytes { bytes in
                guard let bytes = bytes.baseAddress else { return }
                // In stretches of this length glibc copies by vectors; longer ones it copies byte by byte, in microcode.
                for start in stride(from: 0, to: new.count, by: Self.stretch) {
                    let count = min(Self.stretch, new.count - start)
                    unsafe (place + start).copyMemory(from: bytes + start, byteCount: count)
                }
            }
            unsafe (place + new.count).initializeMemory(as: UInt8.self, repeating: 0, count: PaddedBytes.padding)
        }
        self.tail = tail + new.count
    }

    /// Gives up everything before an offset.
    mutating func discard(upTo offset: Int64) {
        head = max(head, Int(offset - base))
    }

    /// Gives up everything held.
    mutating func removeAll() {
        base = end
        storage = Self.nothing
        head = 0
        tail = 0
    }

    /// Makes room for further bytes and the padding: by moving what is left to the front, or in new memory.
    private mutating func makeRoom(for count: Int) {
        let held = tail - head
        let isTooLarge = capacity > Self.keptCapacity && held + count <= capacity / 8
        guard tail + count > capacity || isTooLarge else { return }
        if held + count <= capacity, held <= head, !isTooLarge {
            unsafe storage.withUnsafeMutableBytes { bytes in
                guard let margin = bytes.baseAddress else { return }
                // Both within the storage; what is left is no longer than what is given up.
                let first = unsafe margin + PaddedBytes.margin
                unsafe first.copyMemory(from: first + head, byteCount: held)
            }
        } else {
            let capacity = max(held + count, min(capacity * 2, Self.keptCapacity), held * 2)
            let margin = PaddedBytes.margin
            storage = unsafe [UInt8](unsafeUninitializedCapacity: capacity + Self.surroundings) { larger, filled in
                // Behind the margin, what is not copied here is written by `append` before it is read.
                unsafe larger.extracting(..<margin).initialize(repeating: 0)
                unsafe storage.withUnsafeBytes { held in
                    let held = unsafe UnsafeRawBufferPointer(rebasing: held[margin + head..<margin + tail])
                    unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(larger)[margin...])
                        .copyMemory(from: held)
                }
                filled = capacity + Self.surroundings
            }
        }
        base += Int64(head)
        head = 0
        tail = held
    }

    /// How many bytes there are besides those meant.
    private static let surroundings = PaddedBytes.margin + PaddedBytes.padding

    /// What is held before the first byte: the surroundings alone, shared by all.
    private static let nothing = [UInt8](repeating: 0, count: surroundings)

    /// How much is copied at once.
    private static let stretch = 1 << 10

    /// How much is worth neither moving nor giving back.
    private static let keptCapacity = 80 << 10
}
