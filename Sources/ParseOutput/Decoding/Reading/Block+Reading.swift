import ParseModels

extension Block: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "id": id = try reader.readOptionalString() ?? ""
            case "parentBlockId": parentBlockID = try reader.readOptionalString()
            case "type": type = try reader.readOptionalWire() ?? .text
            case "content": content = try reader.readOptionalString() ?? ""
            case "details": details = try BlockDetails(from: &reader)
            case "metadata": metadata = try reader.readOptional() ?? BlockMetadata()
            case "polygon": polygon = try reader.readArray(expecting: 4) ?? []
            case "boundingBox": boundingBox = try reader.readOptional() ?? BoundingBox()
            case "children": children = try reader.readArray() ?? []
            default: try reader.skipValue()
            }
        }
    }
}

extension BlockMetadata: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "page": page = try reader.readOptional()
            case "sheet": sheet = try reader.readOptional()
            case "minOcrConfidence": minOCRConfidence = try reader.readOptionalDouble()
            case "avgOcrConfidence": avgOCRConfidence = try reader.readOptionalDouble()
            case "layoutClass": layoutClass = try reader.readOptionalWire()
            case "textDirection": textDirection = try reader.readOptionalWire()
            default: try reader.skipValue()
            }
        }
    }
}

extension PageReference: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        var number: Int?
        var width: Double?
        var height: Double?
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "number": number = try reader.readInt()
            case "width": width = try reader.readOptionalDouble()
            case "height": height = try reader.readOptionalDouble()
            default: try reader.skipValue()
            }
        }
        guard let number else { throw reader.missing("number", of: cursor) }
        self.init(number: number, width: width, height: height)
    }
}

extension SheetReference: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "index": index = try reader.readOptionalInt()
            case "name": name = try reader.readOptionalString()
            default: try reader.skipValue()
            }
        }
    }
}
