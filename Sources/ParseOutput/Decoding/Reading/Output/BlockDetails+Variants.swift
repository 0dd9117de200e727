import ParseModels

extension TextDetails: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("cellReference", in: &cursor) { cellReference = try reader.readOptionalString() }
        } while try reader.continues(&cursor)
    }
}

extension TableDetails: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("rowCount", in: &cursor) { rowCount = try reader.readOptionalInt() }
            if reader.takes("columnCount", in: &cursor) { columnCount = try reader.readOptionalInt() }
        } while try reader.continues(&cursor)
    }
}

extension TableCellDetails: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("rowIndex", in: &cursor) { rowIndex = try reader.readOptionalInt() }
            if reader.takes("columnIndex", in: &cursor) { columnIndex = try reader.readOptionalInt() }
            if reader.takes("cellReference", in: &cursor) { cellReference = try reader.readOptionalString() }
            if reader.takes("formula", in: &cursor) { formula = try reader.readOptionalString() }
            if reader.takes("formatting", in: &cursor) { formatting = try reader.readOptional() }
            if reader.takes("type", in: &cursor) { try reader.skipValue() }
        } while try reader.continues(&cursor)
    }
}

extension CellFormatting: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("bold", in: &cursor) { bold = try reader.readOptionalBool() }
            if reader.takes("italic", in: &cursor) { italic = try reader.readOptionalBool() }
            if reader.takes("fontColor", in: &cursor) { fontColor = try reader.readOptionalString() }
            if reader.takes("backgroundColor", in: &cursor) { backgroundColor = try reader.readOptionalString() }
        } while try reader.continues(&cursor)
    }
}

extension FigureDetails: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("imageUrl", in: &cursor) {
                imageURL = try reader.readOptionalString().map(PresignedURL.init(rawValue:))
            }
            if reader.takes("figureType", in: &cursor) { figureType = try reader.readOptionalWire() }
        } while try reader.continues(&cursor)
    }
}

extension BarcodeDetails: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("imageUrl", in: &cursor) {
                imageURL = try reader.readOptionalString().map(PresignedURL.init(rawValue:))
            }
            if reader.takes("decodedValue", in: &cursor) { decodedValue = try reader.readOptionalString() }
            if reader.takes("format", in: &cursor) { format = try reader.readOptionalString() }
        } while try reader.continues(&cursor)
    }
}

extension FormulaDetails: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("latex", in: &cursor) { latex = try reader.readOptionalString() }
        } while try reader.continues(&cursor)
    }
}
