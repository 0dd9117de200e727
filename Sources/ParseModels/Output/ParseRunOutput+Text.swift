extension ParseRunOutput {
    /// The whole document's text in the target format: the content of all chunks, a blank line between them.
    ///
    /// Chunks without content add nothing.
    public var text: String {
        chunks.map(\.content).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
