/// The last bytes that were handed out.
struct ByteTail: Sendable {
    /// How many are kept.
    let capacity: Int

    /// The bytes, in order.
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        self.capacity = max(0, capacity)
    }

    /// Takes the bytes that follow.
    mutating func append(_ piece: ArraySlice<UInt8>) {
        if piece.count >= capacity {
            bytes.replaceSubrange(0..., with: piece.suffix(capacity))
        } else {
            bytes.removeFirst(max(0, bytes.count + piece.count - capacity))
            bytes += piece
        }
    }

    /// What they look like.
    var mark: SeamMark { SeamMark(endOf: bytes) }
}
