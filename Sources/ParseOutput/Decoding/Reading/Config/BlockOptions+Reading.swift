import ParseModels

extension BlockOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("figures", in: &cursor) { figures = try reader.readOptional() }
            if reader.takes("tables", in: &cursor) { tables = try reader.readOptional() }
            if reader.takes("text", in: &cursor) { text = try reader.readOptional() }
            if reader.takes("keyValue", in: &cursor) { keyValue = try reader.readOptional() }
            if reader.takes("barcodes", in: &cursor) { barcodes = try reader.readOptional() }
            if reader.takes("formulas", in: &cursor) { formulas = try reader.readOptional() }
        } while try reader.continues(&cursor)
    }
}

extension FigureOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("enabled", in: &cursor) { enabled = try reader.readOptionalBool() }
            if reader.takes("figureImageClippingEnabled", in: &cursor) {
                figureImageClippingEnabled = try reader.readOptionalBool()
            }
            if reader.takes("advancedChartExtractionEnabled", in: &cursor) {
                advancedChartExtractionEnabled = try reader.readOptionalBool()
            }
            if reader.takes("customInstructions", in: &cursor) { customInstructions = try reader.readOptionalString() }
        } while try reader.continues(&cursor)
    }
}

extension TableOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("enabled", in: &cursor) { enabled = try reader.readOptionalBool() }
            if reader.takes("targetFormat", in: &cursor) { targetFormat = try reader.readOptionalWire() }
            if reader.takes("tableHeaderContinuationEnabled", in: &cursor) {
                tableHeaderContinuationEnabled = try reader.readOptionalBool()
            }
            if reader.takes("cellBlocksEnabled", in: &cursor) { cellBlocksEnabled = try reader.readOptionalBool() }
            if reader.takes("agentic", in: &cursor) { agentic = try reader.readOptional() }
        } while try reader.continues(&cursor)
    }
}

extension TextOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("signatureDetectionEnabled", in: &cursor) {
                signatureDetectionEnabled = try reader.readOptionalBool()
            }
            if reader.takes("agentic", in: &cursor) { agentic = try reader.readOptional() }
        } while try reader.continues(&cursor)
    }
}

extension AgenticOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("enabled", in: &cursor) { enabled = try reader.readOptionalBool() }
            if reader.takes("customInstructions", in: &cursor) { customInstructions = try reader.readOptionalString() }
        } while try reader.continues(&cursor)
    }
}

extension KeyValueOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("blankFieldFormattingEnabled", in: &cursor) {
                blankFieldFormattingEnabled = try reader.readOptionalBool()
            }
        } while try reader.continues(&cursor)
    }
}

extension BarcodeOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("imageClippingEnabled", in: &cursor) {
                imageClippingEnabled = try reader.readOptionalBool()
            }
            if reader.takes("readingEnabled", in: &cursor) { readingEnabled = try reader.readOptionalBool() }
        } while try reader.continues(&cursor)
    }
}

extension FormulaOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("enabled", in: &cursor) { enabled = try reader.readOptionalBool() }
        } while try reader.continues(&cursor)
    }
}
