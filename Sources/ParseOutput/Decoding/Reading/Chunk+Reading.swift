import ParseModels

extension Chunk: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "type": type = try reader.readOptionalWire() ?? .page
            case "content": content = try reader.readOptionalString() ?? ""
            case "metadata": metadata = try reader.readOptional() ?? ChunkMetadata()
            case "blocks": blocks = try reader.readArray() ?? []
            default: try reader.skipValue()
            }
        }
    }
}

extension ChunkMetadata: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "pageRange": pageRange = try reader.readOptional()
            case "minOcrConfidence": minOCRConfidence = try reader.readOptionalDouble()
            case "avgOcrConfidence": avgOCRConfidence = try reader.readOptionalDouble()
            default: try reader.skipValue()
            }
        }
    }
}

extension PageRange: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        var start: Int?
        var end: Int?
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "start": start = try reader.readInt()
            case "end": end = try reader.readInt()
            default: try reader.skipValue()
            }
        }
        guard let start else { throw reader.missing("start", of: cursor) }
        guard let end else { throw reader.missing("end", of: cursor) }
        self.init(start: start, end: end)
    }
}
