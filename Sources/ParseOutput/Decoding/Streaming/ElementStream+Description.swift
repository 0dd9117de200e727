/// Nothing of the document is shown where a decoder is printed or dumped: it may hold presigned URLs.
extension ElementStream: CustomStringConvertible, CustomReflectable {
    var description: String { "\(bytesPushed) bytes pushed, \(bytesConsumed) consumed" }

    var customMirror: Mirror {
        Mirror(self, children: ["bytesPushed": bytesPushed, "bytesConsumed": bytesConsumed], displayStyle: .struct)
    }
}
