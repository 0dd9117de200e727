import ParseModels

extension ParseRunOutput: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        var chunks: [Chunk]?
        var ocr: OCRLayer?
        var metadata: OutputMetadata?
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("chunks", in: &cursor) { chunks = try reader.readRequiredArray() }
            if reader.takes("ocr", in: &cursor) { ocr = try reader.readOptional() }
            if reader.takes("metadata", in: &cursor) { metadata = try reader.readOptional() }
        } while try reader.continues(&cursor)
        guard let chunks else { throw reader.missing("chunks", of: cursor) }
        self.init(chunks: chunks, ocr: ocr, metadata: metadata)
    }
}

extension OCRLayer: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("words", in: &cursor) { words = try reader.readArray() }
            if reader.takes("lines", in: &cursor) { lines = try reader.readArray() }
        } while try reader.continues(&cursor)
    }
}
