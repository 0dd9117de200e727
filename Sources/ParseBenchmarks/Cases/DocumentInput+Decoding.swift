import ParseOutput

extension DocumentInput {
    /// Pushes every piece to a decoder and takes out what is complete, as any reader of a stream does.
    ///
    /// - Parameters:
    ///   - decoder: a fresh decoder.
    ///   - first: notes each element.
    ///   - body: gets each element.
    /// - Throws: why the document could not be read.
    func decode<Decoder: IncrementalDecoder>(
        with decoder: consuming Decoder,
        first: inout FirstElement,
        _ body: (Decoder.Element) -> Void
    ) throws {
        try forEachPiece { piece in
            decoder.push(piece)
            while let element = try decoder.next() {
                first.note()
                body(element)
            }
        }
        try decoder.finish()
    }
}
