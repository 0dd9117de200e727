/// A document that is there from its first byte to its last, read as a single value.
struct WholeDocument {
    private let bytes: [UInt8]
    private let limits: DecodingLimits

    init(_ bytes: [UInt8], limits: DecodingLimits) {
        self.bytes = bytes
        self.limits = limits.sanitized
    }

    /// Reads the document.
    ///
    /// - Parameters:
    ///   - root: what its root is read as.
    ///   - name: what that is called in an error.
    ///   - chunks: the path of the root's chunks, by which an error finds the chunk it lies in.
    /// - Returns: the value.
    /// - Throws: the first fault, with its place.
    func read<Root: JSONReadable>(
        _ root: Root.Type = Root.self,
        called name: StaticString,
        chunksAt chunks: String
    ) throws(OutputDecodingError) -> Root {
        try checkLength()
        // What bounds how much of a document is held has no say where all of it is.
        let limits = DecodingLimits(
            elementBytes: .max,
            stringBytes: .max,
            depth: limits.depth,
            numberBytes: .max,
            membersPerObject: .max
        ).sanitized
        return try InputBuffer(bytes, at: 0).withBytes { (bytes) throws(OutputDecodingError) in
            do throws(JSONFault) {
                var reader = JSONReader(bytes, limits: limits)
                reader.skipSpace()
                let kind = try reader.peekKind()
                guard kind == .object else {
                    let place = reader.offset(of: reader.position)
                    throw JSONFault(.notAnOutput, at: place, "The document is \(kind.name), not \(name).")
                }
                let value = try Root(from: &reader)
                try reader.finish()
                return value
            } catch {
                throw self.error(error, in: bytes, chunksAt: chunks)
            }
        }
    }

    /// Nothing of a document that is too long is looked at, so its error has no path.
    private func checkLength() throws(OutputDecodingError) {
        guard bytes.count > limits.totalBytes else { return }
        let fault = JSONFault.limit(
            "totalBytes",
            of: limits.totalBytes,
            exceededBy: "The document",
            at: limits.totalBytes
        )
        throw OutputDecodingError(fault.code, message: fault.message, byteOffset: fault.offset)
    }

    private func error(_ fault: JSONFault, in bytes: PaddedBytes, chunksAt chunks: String) -> OutputDecodingError {
        let path = PathLocator.path(to: Int(fault.offset), in: bytes, from: 0)
        return OutputDecodingError(
            fault.code,
            message: fault.message,
            byteOffset: fault.offset,
            path: path.description,
            chunkIndex: path.index(inArrayAt: chunks)
        )
    }
}

extension DocumentPath {
    /// The index of the array's element that the place lies in, `nil` outside every one.
    fileprivate func index(inArrayAt array: String) -> Int? {
        guard description.hasPrefix(array + "[") else { return nil }
        return Int(description.dropFirst(array.count + 1).prefix { $0 != "]" })
    }
}
