import ParseModels

extension RunUsage: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "credits": credits = try reader.readOptionalDouble()
            case "totalCredits": totalCredits = try reader.readOptionalDouble()
            case "breakdown": breakdown = try reader.readArray()
            default: try reader.skipValue()
            }
        }
    }
}

extension UsageEntry: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "object": object = try reader.readOptionalWire()
            case "id": id = try reader.readOptionalString()
            case "credits": credits = try reader.readOptionalDouble()
            case "charges": charges = try reader.readArray()
            default: try reader.skipValue()
            }
        }
    }
}

extension UsageCharge: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "product": product = try reader.readOptionalWire()
            case "unit": unit = try reader.readOptionalWire()
            case "quantity": quantity = try reader.readOptionalDouble()
            case "credits": credits = try reader.readOptionalDouble()
            case "pages": pages = try reader.readArray()
            default: try reader.skipValue()
            }
        }
    }
}
