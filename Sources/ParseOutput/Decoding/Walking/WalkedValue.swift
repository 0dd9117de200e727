/// A value that the walk has come to.
struct WalkedValue: Sendable {
    /// What it is.
    let place: OutputPlace

    /// The offset in the document of its first byte.
    let start: Int64

    /// The number of containers around it.
    let depth: Int

    /// Its index in the array it is an element of.
    let index: Int

    /// The index of the chunk it is or lies in, `nil` for none.
    let chunkIndex: Int?
}
