/// What is wrong with a document, and where.
extension ElementStream {
    /// Throws unless the document is complete and holds an output.
    func checkEnd() throws(OutputDecodingError) {
        guard walker.syntax.isComplete else {
            let fault = JSONFault(.truncated, at: buffer.end, "The bytes ended before the document did.")
            throw OutputDecodingError(fault, path: walker.path, chunkIndex: walker.chunkIndex)
        }
        guard walker.chunks != .present else { return }
        let fault = JSONFault(.notAnOutput, at: buffer.end, walker.reasonForNoOutput)
        throw OutputDecodingError(fault.code, message: fault.message, byteOffset: fault.offset)
    }

    /// The error of a fault in the value under way.
    func error(_ fault: JSONFault, _ bytes: PaddedBytes, base: Int64) -> OutputDecodingError {
        var path = walker.path
        if let value = pending?.value {
            let start = Int(value.start - base)
            path.append(PathLocator.path(to: Int(fault.offset - base), in: bytes, from: start))
        }
        return OutputDecodingError(fault, path: path, chunkIndex: walker.chunkIndex)
    }
}
