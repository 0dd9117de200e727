import ParseModels

extension RunUsage: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("credits", in: &cursor) { credits = try reader.readOptionalDouble() }
            if reader.takes("totalCredits", in: &cursor) { totalCredits = try reader.readOptionalDouble() }
            if reader.takes("breakdown", in: &cursor) { breakdown = try reader.readArray() }
        } while try reader.continues(&cursor)
    }
}

extension UsageEntry: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("object", in: &cursor) { object = try reader.readOptionalWire() }
            if reader.takes("id", in: &cursor) { id = try reader.readOptionalString() }
            if reader.takes("credits", in: &cursor) { credits = try reader.readOptionalDouble() }
            if reader.takes("charges", in: &cursor) { charges = try reader.readArray() }
        } while try reader.continues(&cursor)
    }
}

extension UsageCharge: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("product", in: &cursor) { product = try reader.readOptionalWire() }
            if reader.takes("unit", in: &cursor) { unit = try reader.readOptionalWire() }
            if reader.takes("quantity", in: &cursor) { quantity = try reader.readOptionalDouble() }
            if reader.takes("credits", in: &cursor) { credits = try reader.readOptionalDouble() }
            if reader.takes("pages", in: &cursor) { pages = try reader.readArray() }
        } while try reader.continues(&cursor)
    }
}
