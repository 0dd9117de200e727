import ParseModels

extension OCRWord: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "content": content = try reader.readOptionalString() ?? ""
            case "boundingBox": boundingBox = try reader.readOptional() ?? BoundingBox()
            case "confidence": confidence = try reader.readOptionalDouble()
            case "pageNumber": pageNumber = try reader.readOptionalInt()
            case "blockId": blockID = try reader.readOptionalString()
            case "rotation": rotation = try reader.readOptionalDouble()
            default: try reader.skipValue()
            }
        }
    }
}

extension OCRLine: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "content": content = try reader.readOptionalString() ?? ""
            case "boundingBox": boundingBox = try reader.readOptional() ?? BoundingBox()
            case "confidence": confidence = try reader.readOptionalDouble()
            case "pageNumber": pageNumber = try reader.readOptionalInt()
            case "blockId": blockID = try reader.readOptionalString()
            default: try reader.skipValue()
            }
        }
    }
}
