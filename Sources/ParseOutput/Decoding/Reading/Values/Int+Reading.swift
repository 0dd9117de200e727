extension Int: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self = try reader.readInt()
    }
}
