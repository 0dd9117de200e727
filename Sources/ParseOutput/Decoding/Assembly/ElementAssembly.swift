/// Makes elements of the values that a walk through a document comes to.
protocol ElementAssembly: Sendable {
    /// What is made.
    associatedtype Element: Sendable

    /// What the walk is to hand out.
    static var target: WalkTarget { get }

    /// Notes that an object or array begins whose parts follow.
    mutating func begin(_ place: OutputPlace)

    /// Reads a value; after a fault it may be read again from the start.
    ///
    /// - Parameters:
    ///   - value: what is to be read.
    ///   - reader: stands at its first byte.
    ///   - element: where the element goes, if the value is one by itself; elements are large, and this copies none.
    /// - Throws: what is wrong with it.
    mutating func read(
        _ value: WalkedValue,
        from reader: inout JSONReader,
        into element: inout Element?
    ) throws(JSONFault)

    /// Notes that a chunk has ended.
    ///
    /// - Parameters:
    ///   - chunk: the chunk.
    ///   - text: gives the bytes of the chunk, where the target holds them.
    ///   - shape: what the document's root is.
    /// - Returns: the element, where the chunk is one.
    mutating func end(_ chunk: WalkedValue, text: () -> [UInt8], in shape: DocumentWalker.Shape?) -> Element?
}

extension ElementAssembly {
    mutating func begin(_ place: OutputPlace) {}

    mutating func end(_ chunk: WalkedValue, text: () -> [UInt8], in shape: DocumentWalker.Shape?) -> Element? { nil }
}
