import ParseModels

extension TextDetails: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "cellReference": cellReference = try reader.readOptionalString()
            default: try reader.skipValue()
            }
        }
    }
}

extension TableDetails: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "rowCount": rowCount = try reader.readOptionalInt()
            case "columnCount": columnCount = try reader.readOptionalInt()
            default: try reader.skipValue()
            }
        }
    }
}

extension TableCellDetails: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "rowIndex": rowIndex = try reader.readOptionalInt()
            case "columnIndex": columnIndex = try reader.readOptionalInt()
            case "cellReference": cellReference = try reader.readOptionalString()
            case "formula": formula = try reader.readOptionalString()
            case "formatting": formatting = try reader.readOptional()
            default: try reader.skipValue()
            }
        }
    }
}

extension CellFormatting: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "bold": bold = try reader.readOptionalBool()
            case "italic": italic = try reader.readOptionalBool()
            case "fontColor": fontColor = try reader.readOptionalString()
            case "backgroundColor": backgroundColor = try reader.readOptionalString()
            default: try reader.skipValue()
            }
        }
    }
}

extension FigureDetails: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "imageUrl": imageURL = try reader.readOptionalString().map(PresignedURL.init(rawValue:))
            case "figureType": figureType = try reader.readOptionalWire()
            default: try reader.skipValue()
            }
        }
    }
}

extension BarcodeDetails: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "imageUrl": imageURL = try reader.readOptionalString().map(PresignedURL.init(rawValue:))
            case "decodedValue": decodedValue = try reader.readOptionalString()
            case "format": format = try reader.readOptionalString()
            default: try reader.skipValue()
            }
        }
    }
}

extension FormulaDetails: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "latex": latex = try reader.readOptionalString()
            default: try reader.skipValue()
            }
        }
    }
}
