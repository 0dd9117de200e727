import ParseModels

/// An object whose members' names are its owner's.
extension [String: JSONValue]: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        try reader.beginObject()
        while let name = try reader.nextName() { self[name] = try JSONValue(from: &reader) }
    }
}
