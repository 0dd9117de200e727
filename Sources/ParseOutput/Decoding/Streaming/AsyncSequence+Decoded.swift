extension AsyncSequence where Element == ArraySlice<UInt8> {
    /// Decodes these pieces of a document.
    ///
    /// - Parameter decoder: a decoder that has taken no bytes yet, such as ``ChunkDecoder``.
    /// - Returns: the elements, as they become complete.
    public func decoded<Decoder: IncrementalDecoder>(by decoder: Decoder) -> DecodedElements<Self, Decoder> {
        DecodedElements(base: self, decoder: decoder)
    }
}
