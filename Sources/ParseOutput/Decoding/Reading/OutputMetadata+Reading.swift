import ParseModels

extension OutputMetadata: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "originalMimeType": originalMIMEType = try reader.readOptionalString()
            case "finalMimeType": finalMIMEType = try reader.readOptionalString()
            case "pages": pages = try reader.readArray()
            default: try reader.skipValue()
            }
        }
    }
}

extension PageMetadata: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "number": number = try reader.readOptionalInt()
            case "rotationApplied": rotationApplied = try reader.readOptionalInt()
            case "originalPageWidth": originalPageWidth = try reader.readOptionalDouble()
            case "originalPageHeight": originalPageHeight = try reader.readOptionalDouble()
            case "dpi": dpi = try reader.readOptionalDouble()
            default: try reader.skipValue()
            }
        }
    }
}
