import ParseModels

extension ParseRunOutput: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        var chunks: [Chunk]?
        var ocr: OCRLayer?
        var metadata: OutputMetadata?
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "chunks": chunks = try reader.readRequiredArray()
            case "ocr": ocr = try reader.readOptional()
            case "metadata": metadata = try reader.readOptional()
            default: try reader.skipValue()
            }
        }
        guard let chunks else { throw reader.missing("chunks", of: cursor) }
        self.init(chunks: chunks, ocr: ocr, metadata: metadata)
    }
}

extension OCRLayer: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "words": words = try reader.readArray()
            case "lines": lines = try reader.readArray()
            default: try reader.skipValue()
            }
        }
    }
}
