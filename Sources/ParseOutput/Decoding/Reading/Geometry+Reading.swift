import ParseModels

extension Point: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        var x: Double?
        var y: Double?
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "x": x = try reader.readDouble()
            case "y": y = try reader.readDouble()
            default: try reader.skipValue()
            }
        }
        guard let x else { throw reader.missing("x", of: cursor) }
        guard let y else { throw reader.missing("y", of: cursor) }
        self.init(x: x, y: y)
    }
}

extension BoundingBox: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "left": left = try reader.readOptionalDouble()
            case "top": top = try reader.readOptionalDouble()
            case "right": right = try reader.readOptionalDouble()
            case "bottom": bottom = try reader.readOptionalDouble()
            default: try reader.skipValue()
            }
        }
    }
}
