/// Where a decoder begins that goes on behind another one.
struct ResumedPosition: Sendable {
    /// How many chunks stand before.
    let chunkCount: Int

    /// The offset of the first byte that will be pushed.
    let offset: Int64

    /// Takes what a caller names, as far as a document can be: no offset has more than 18 digits, and every chunk takes
    /// a byte at least.
    init(behindChunks count: Int, at offset: Int64) {
        self.offset = min(max(0, offset), 999_999_999_999_999_999)
        self.chunkCount = min(max(0, count), Int(clamping: self.offset))
    }
}
