import ParseModels

extension Chunk: JSONFillable {
    static var blank: Chunk { Chunk() }

    mutating func fill(from reader: inout JSONReader) throws(JSONFault) {
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("type", in: &cursor) { type = try reader.readOptionalWire() ?? .page }
            if reader.takes("content", in: &cursor) { content = try reader.readOptionalString() ?? "" }
            if reader.takes("metadata", in: &cursor) { try reader.read(into: &metadata) }
            if reader.takes("blocks", in: &cursor) { try reader.readArray(into: &blocks) }
        } while try reader.continues(&cursor)
    }
}

extension ChunkMetadata: JSONFillable {
    static var blank: ChunkMetadata { ChunkMetadata() }

    mutating func fill(from reader: inout JSONReader) throws(JSONFault) {
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("pageRange", in: &cursor) { pageRange = try reader.readOptional() }
            if reader.takes("minOcrConfidence", in: &cursor) { minOCRConfidence = try reader.readOptionalDouble() }
            if reader.takes("avgOcrConfidence", in: &cursor) { avgOCRConfidence = try reader.readOptionalDouble() }
        } while try reader.continues(&cursor)
    }
}

extension PageRange: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        var start: Int?
        var end: Int?
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("start", in: &cursor) { start = try reader.readInt() }
            if reader.takes("end", in: &cursor) { end = try reader.readInt() }
        } while try reader.continues(&cursor)
        guard let start else { throw reader.missing("start", of: cursor) }
        guard let end else { throw reader.missing("end", of: cursor) }
        self.init(start: start, end: end)
    }
}
