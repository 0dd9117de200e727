import ParseModels

extension ParseRunOutput: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        var chunks: [Chunk]?
        var ocr: OCRLayer?
        var metadata: OutputMetadata?
        try reader.beginObject()
        let brace = reader.position - 1
        while let key = try reader.nextKey() {
            switch key {
            case "chunks": chunks = try reader.readRequiredArray()
            case "ocr": ocr = try reader.readOptional()
            case "metadata": metadata = try reader.readOptional()
            default: try reader.skipValue()
            }
        }
        guard let chunks else { throw reader.missing("chunks", ofObjectAt: brace) }
        self.init(chunks: chunks, ocr: ocr, metadata: metadata)
    }
}

extension OCRLayer: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        try reader.beginObject()
        while let key = try reader.nextKey() {
            switch key {
            case "words": words = try reader.readArray()
            case "lines": lines = try reader.readArray()
            default: try reader.skipValue()
            }
        }
    }
}
