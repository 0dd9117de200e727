import ParseModels

/// An object whose members' names are its owner's.
extension [String: JSONValue]: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let name = try reader.nextName(in: &cursor) { self[name] = try JSONValue(from: &reader) }
    }
}
