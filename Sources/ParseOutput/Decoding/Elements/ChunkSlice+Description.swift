import ParseModels

extension ChunkSlice: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Which chunk it is and how long; nothing of what is in it.
    public var description: String {
        let pages = pageRange.map { ", pages \($0.start) to \($0.end)" } ?? ""
        return "chunk \(index), \(type)\(pages), \(bytes.count) bytes from byte \(byteOffset)"
    }

    /// The same as the description.
    public var debugDescription: String { description }

    /// A mirror without the bytes, which may hold presigned URLs.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "index": index, "byteOffset": byteOffset, "type": type, "metadata": metadata, "byteCount": bytes.count,
            ],
            displayStyle: .struct
        )
    }
}
