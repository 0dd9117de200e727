import ParseModels

extension Block: JSONFillable {
    static var blank: Block { Block() }

    mutating func fill(from reader: inout JSONReader) throws(JSONFault) {
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("object", in: &cursor) { try reader.skipValue() }
            if reader.takes("details", in: &cursor) { details = try BlockDetails(from: &reader) }
            if reader.takes("id", in: &cursor) { id = try reader.readOptionalString() ?? "" }
            if reader.takes("parentBlockId", in: &cursor) { parentBlockID = try reader.readRepeatedID() }
            if reader.takes("type", in: &cursor) { type = try reader.readOptionalWire() ?? .text }
            if reader.takes("content", in: &cursor) { content = try reader.readOptionalString() ?? "" }
            if reader.takes("metadata", in: &cursor) { try reader.read(into: &metadata) }
            if reader.takes("polygon", in: &cursor) { polygon = try reader.readArray(expecting: 4) ?? [] }
            if reader.takes("boundingBox", in: &cursor) { try reader.read(into: &boundingBox) }
            if reader.takes("children", in: &cursor) { try reader.readArray(into: &children, expecting: 8) }
        } while try reader.continues(&cursor)
    }
}

extension BlockMetadata: JSONFillable {
    static var blank: BlockMetadata { BlockMetadata() }

    mutating func fill(from reader: inout JSONReader) throws(JSONFault) {
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("page", in: &cursor) { page = try reader.readOptional() }
            if reader.takes("sheet", in: &cursor) { sheet = try reader.readOptional() }
            if reader.takes("layoutClass", in: &cursor) { layoutClass = try reader.readOptionalWire() }
            if reader.takes("minOcrConfidence", in: &cursor) { minOCRConfidence = try reader.readOptionalDouble() }
            if reader.takes("avgOcrConfidence", in: &cursor) { avgOCRConfidence = try reader.readOptionalDouble() }
            if reader.takes("textDirection", in: &cursor) { textDirection = try reader.readOptionalWire() }
        } while try reader.continues(&cursor)
    }
}

extension PageReference: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        var number: Int?
        var width: Double?
        var height: Double?
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("number", in: &cursor) { number = try reader.readInt() }
            if reader.takes("width", in: &cursor) { width = try reader.readOptionalDouble() }
            if reader.takes("height", in: &cursor) { height = try reader.readOptionalDouble() }
        } while try reader.continues(&cursor)
        guard let number else { throw reader.missing("number", of: cursor) }
        self.init(number: number, width: width, height: height)
    }
}

extension SheetReference: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("index", in: &cursor) { index = try reader.readOptionalInt() }
            if reader.takes("name", in: &cursor) { name = try reader.readOptionalString() }
        } while try reader.continues(&cursor)
    }
}
