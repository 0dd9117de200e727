import ParseModels

extension JSONValue: JSONReadable {
    /// Its nesting is bounded by the limit on depth.
    init(from reader: inout JSONReader) throws(JSONFault) {
        switch try reader.peekKind() {
        case .null:
            _ = try reader.takeNull()
            self = .null
        case .boolean: self = .bool(try reader.readBool())
        case .number: self = try Self.number(from: &reader)
        case .string: self = .string(try reader.readString())
        case .array: self = .array(try reader.readArray() ?? [])
        case .object: self = .object(try [String: JSONValue](from: &reader))
        }
    }

    private static func number(from reader: inout JSONReader) throws(JSONFault) -> JSONValue {
        let number = try reader.takeNumber()
        if let whole = number.whole(as: Int64.self) { return .integer(whole) }
        return .number(try reader.double(number))
    }
}
