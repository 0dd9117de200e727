import ParseModels

extension OCRWord: JSONFillable {
    static var blank: OCRWord { OCRWord() }

    mutating func fill(from reader: inout JSONReader) throws(JSONFault) {
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("content", in: &cursor) { content = try reader.readOptionalString() ?? "" }
            if reader.takes("boundingBox", in: &cursor) { try reader.read(into: &boundingBox) }
            if reader.takes("confidence", in: &cursor) { confidence = try reader.readOptionalDouble() }
            if reader.takes("pageNumber", in: &cursor) { pageNumber = try reader.readOptionalInt() }
            if reader.takes("blockId", in: &cursor) { blockID = try reader.readRepeatedID() }
            if reader.takes("rotation", in: &cursor) { rotation = try reader.readOptionalDouble() }
        } while try reader.continues(&cursor)
    }
}

extension OCRLine: JSONFillable {
    static var blank: OCRLine { OCRLine() }

    mutating func fill(from reader: inout JSONReader) throws(JSONFault) {
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("content", in: &cursor) { content = try reader.readOptionalString() ?? "" }
            if reader.takes("boundingBox", in: &cursor) { try reader.read(into: &boundingBox) }
            if reader.takes("confidence", in: &cursor) { confidence = try reader.readOptionalDouble() }
            if reader.takes("pageNumber", in: &cursor) { pageNumber = try reader.readOptionalInt() }
            if reader.takes("blockId", in: &cursor) { blockID = try reader.readRepeatedID() }
        } while try reader.continues(&cursor)
    }
}
