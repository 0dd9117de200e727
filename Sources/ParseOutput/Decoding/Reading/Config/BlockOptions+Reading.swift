import ParseModels

extension BlockOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "figures": figures = try reader.readOptional()
            case "tables": tables = try reader.readOptional()
            case "text": text = try reader.readOptional()
            case "keyValue": keyValue = try reader.readOptional()
            case "barcodes": barcodes = try reader.readOptional()
            case "formulas": formulas = try reader.readOptional()
            default: try reader.skipValue()
            }
        }
    }
}

extension FigureOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "enabled": enabled = try reader.readOptionalBool()
            case "figureImageClippingEnabled": figureImageClippingEnabled = try reader.readOptionalBool()
            case "advancedChartExtractionEnabled": advancedChartExtractionEnabled = try reader.readOptionalBool()
            case "customInstructions": customInstructions = try reader.readOptionalString()
            default: try reader.skipValue()
            }
        }
    }
}

extension TableOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "enabled": enabled = try reader.readOptionalBool()
            case "targetFormat": targetFormat = try reader.readOptionalWire()
            case "tableHeaderContinuationEnabled": tableHeaderContinuationEnabled = try reader.readOptionalBool()
            case "cellBlocksEnabled": cellBlocksEnabled = try reader.readOptionalBool()
            case "agentic": agentic = try reader.readOptional()
            default: try reader.skipValue()
            }
        }
    }
}

extension TextOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "signatureDetectionEnabled": signatureDetectionEnabled = try reader.readOptionalBool()
            case "agentic": agentic = try reader.readOptional()
            default: try reader.skipValue()
            }
        }
    }
}

extension AgenticOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "enabled": enabled = try reader.readOptionalBool()
            case "customInstructions": customInstructions = try reader.readOptionalString()
            default: try reader.skipValue()
            }
        }
    }
}

extension KeyValueOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "blankFieldFormattingEnabled": blankFieldFormattingEnabled = try reader.readOptionalBool()
            default: try reader.skipValue()
            }
        }
    }
}

extension BarcodeOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "imageClippingEnabled": imageClippingEnabled = try reader.readOptionalBool()
            case "readingEnabled": readingEnabled = try reader.readOptionalBool()
            default: try reader.skipValue()
            }
        }
    }
}

extension FormulaOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "enabled": enabled = try reader.readOptionalBool()
            default: try reader.skipValue()
            }
        }
    }
}
