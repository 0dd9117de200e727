/// The bytes that arrived and are still needed, addressed by their offset in the document.
///
/// Bytes are given up by moving an offset; what is left moves to the front only when that frees more than it copies, so
/// that no byte moves more than once on average.
struct InputBuffer: Sendable {
    /// The bytes, then ``PaddedBytes/padding`` more, the first of them 0.
    private var storage = Self.nothing

    /// Where the bytes still held begin and end in the storage.
    private var head = 0
    private var tail = 0

    /// The offset in the document of the storage's first byte.
    private(set) var base: Int64 = 0

    /// Makes an empty buffer at the document's start.
    init() {}

    /// Makes a buffer of bytes from elsewhere in the document.
    init(_ bytes: [UInt8], at offset: Int64) {
        storage = bytes
        storage.append(contentsOf: repeatElement(0, count: PaddedBytes.padding))
        tail = bytes.count
        base = offset
    }

    /// The offset in the document of the first byte still held.
    var start: Int64 { base + Int64(head) }

    /// The offset in the document after the last byte held.
    var end: Int64 { base + Int64(tail) }

    /// How many bytes the buffer could hold without asking for memory.
    var capacity: Int { max(0, storage.count - PaddedBytes.padding) }

    /// Lends the bytes, those given up included; the index of an offset is its distance from ``base``.
    @inline(__always)
    func withBytes<Result, Failure: Error>(
        _ body: (PaddedBytes) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe storage.withUnsafeBufferPointer { (held) throws(Failure) -> Result in
            // There is the padding at least.
            guard let first = held.baseAddress else { preconditionFailure("The storage has no bytes.") }
            return try body(unsafe PaddedBytes(start: first, count: tail))
        }
    }

    /// Takes bytes that follow those held.
    mutating func append(_ new: Span<UInt8>) {
        guard !new.isEmpty else { return }
        makeRoom(for: new.count)
        let tail = tail
        unsafe storage.withUnsafeMutableBytes { held in
            // `makeRoom` made sure of `tail + new.count + padding` bytes.
            guard let place = unsafe held.baseAddress.map({ unsafe $0 + tail }) else { return }
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
                guard let first = bytes.baseAddress else { return }
                // Both within the storage; what is left is no longer than what is given up.
                unsafe first.copyMemory(from: first + head, byteCount: held)
            }
        } else {
            let capacity = max(held + count, min(capacity * 2, Self.keptCapacity), held * 2)
            storage = unsafe [UInt8](unsafeUninitializedCapacity: capacity + PaddedBytes.padding) { larger, filled in
                // What is not copied here is written by `append` before it is read.
                unsafe storage.withUnsafeBytes { held in
                    let held = unsafe UnsafeRawBufferPointer(rebasing: held[head..<tail])
                    unsafe UnsafeMutableRawBufferPointer(larger).copyMemory(from: held)
                }
                filled = capacity + PaddedBytes.padding
            }
        }
        base += Int64(head)
        head = 0
        tail = held
    }

    /// What is held before the first byte: the padding alone, shared by all.
    private static let nothing = [UInt8](repeating: 0, count: PaddedBytes.padding)

    /// How much is copied at once.
    private static let stretch = 1 << 10

    /// How much is worth neither moving nor giving back.
    private static let keptCapacity = 80 << 10
}
