/// Nothing of the stream is shown where a decoder is printed or dumped: a document may hold presigned URLs.
extension GzipDecoder: CustomStringConvertible, CustomReflectable {
    var description: String { "\(encodedBytes) bytes pushed, \(decodedBytes) decoded" }

    var customMirror: Mirror {
        Mirror(self, children: ["encodedBytes": encodedBytes, "decodedBytes": decodedBytes], displayStyle: .struct)
    }
}
