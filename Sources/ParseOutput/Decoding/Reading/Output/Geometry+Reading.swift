import ParseModels

extension Point: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        var x: Double?
        var y: Double?
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("x", in: &cursor) { x = try reader.readDouble() }
            if reader.takes("y", in: &cursor) { y = try reader.readDouble() }
        } while try reader.continues(&cursor)
        guard let x else { throw reader.missing("x", of: cursor) }
        guard let y else { throw reader.missing("y", of: cursor) }
        self.init(x: x, y: y)
    }
}

extension BoundingBox: JSONFillable {
    static var blank: BoundingBox { BoundingBox() }

    mutating func fill(from reader: inout JSONReader) throws(JSONFault) {
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("left", in: &cursor) { left = try reader.readOptionalDouble() }
            if reader.takes("top", in: &cursor) { top = try reader.readOptionalDouble() }
            if reader.takes("right", in: &cursor) { right = try reader.readOptionalDouble() }
            if reader.takes("bottom", in: &cursor) { bottom = try reader.readOptionalDouble() }
        } while try reader.continues(&cursor)
    }
}
