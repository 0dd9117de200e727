import ParseModels

extension BlockDetails: JSONReadable {
    /// Which fields there are depends on the member `type`, wherever it stands, so that is looked for first.
    ///
    /// Details of an unknown type, or with a known one's fields in an unknown form, are kept as they are.
    init(from reader: inout JSONReader) throws(JSONFault) {
        if reader.takeEmptyObject() {
            self = .plain
            return
        }
        let kind = try reader.peekKind()
        if kind == .null {
            _ = try reader.takeNull()
            self = .plain
            return
        }
        let (position, depth) = (reader.position, reader.depth)
        let type = kind == .object ? try Self.type(from: &reader) : nil
        reader.position = position
        if let type, let known = try? Self(type: type, from: &reader) {
            self = known
            return
        }
        (reader.position, reader.depth) = (position, depth)
        let payload = try JSONValue(from: &reader)
        self = payload == .object([:]) ? .plain : .unknown(type: type, payload: payload)
    }

    /// Reads the details of a known type.
    ///
    /// - Returns: the details, `nil` for an unknown type.
    private init?(type: String, from reader: inout JSONReader) throws(JSONFault) {
        switch type {
        case "text_details": self = .text(try TextDetails(from: &reader))
        case "table_details": self = .table(try TableDetails(from: &reader))
        case "table_cell_details": self = .tableCell(try TableCellDetails(from: &reader))
        case "figure_details": self = .figure(try FigureDetails(from: &reader))
        case "barcode_details": self = .barcode(try BarcodeDetails(from: &reader))
        case "formula_details": self = .formula(try FormulaDetails(from: &reader))
        case "key_value_details":
            try reader.skipValue()
            self = .keyValue
        default: return nil
        }
    }

    private static func type(from reader: inout JSONReader) throws(JSONFault) -> String? {
        var type: String?
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            if case "type" = key {
                type = try reader.peekKind() == .string ? try reader.readString() : try reader.skipped()
            } else {
                try reader.skipValue()
            }
        }
        return type
    }
}

extension JSONReader {
    /// Skips a value that is not what was hoped for.
    fileprivate mutating func skipped() throws(JSONFault) -> String? {
        try skipValue()
        return nil
    }
}
