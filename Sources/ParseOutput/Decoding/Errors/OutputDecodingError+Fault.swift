extension OutputDecodingError {
    /// Makes an error of a fault and its place.
    init(_ fault: JSONFault, path: DocumentPath, chunkIndex: Int?) {
        self.init(
            fault.code,
            message: fault.message,
            byteOffset: fault.offset,
            path: path.description,
            chunkIndex: chunkIndex
        )
    }
}
