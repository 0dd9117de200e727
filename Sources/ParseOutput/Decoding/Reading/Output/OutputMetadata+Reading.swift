import ParseModels

extension OutputMetadata: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("originalMimeType", in: &cursor) { originalMIMEType = try reader.readOptionalString() }
            if reader.takes("finalMimeType", in: &cursor) { finalMIMEType = try reader.readOptionalString() }
            if reader.takes("pages", in: &cursor) { pages = try reader.readArray() }
        } while try reader.continues(&cursor)
    }
}

extension PageMetadata: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("number", in: &cursor) { number = try reader.readOptionalInt() }
            if reader.takes("rotationApplied", in: &cursor) { rotationApplied = try reader.readOptionalInt() }
            if reader.takes("originalPageWidth", in: &cursor) { originalPageWidth = try reader.readOptionalDouble() }
            if reader.takes("originalPageHeight", in: &cursor) { originalPageHeight = try reader.readOptionalDouble() }
            if reader.takes("dpi", in: &cursor) { dpi = try reader.readOptionalDouble() }
        } while try reader.continues(&cursor)
    }
}
