import ParseModels

extension AdvancedOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("pageRotationEnabled", in: &cursor) { pageRotationEnabled = try reader.readOptionalBool() }
            if reader.takes("pageRanges", in: &cursor) { pageRanges = try reader.readArray() }
            if reader.takes("excelParsingMode", in: &cursor) { excelParsingMode = try reader.readOptionalWire() }
            if reader.takes("excelSkipHiddenContent", in: &cursor) {
                excelSkipHiddenContent = try reader.readOptionalBool()
            }
            if reader.takes("excelUseRawCellValues", in: &cursor) {
                excelUseRawCellValues = try reader.readOptionalBool()
            }
            if reader.takes("excelSkipCalculation", in: &cursor) {
                excelSkipCalculation = try reader.readOptionalBool()
            }
            if reader.takes("excelIncludeCellMetadata", in: &cursor) {
                excelIncludeCellMetadata = try reader.readOptionalBool()
            }
            if reader.takes("excelIncludeCellFormatting", in: &cursor) {
                excelIncludeCellFormatting = try reader.readOptionalBool()
            }
            if reader.takes("verticalGroupingThreshold", in: &cursor) {
                verticalGroupingThreshold = try reader.readOptionalDouble()
            }
            if reader.takes("returnOcr", in: &cursor) { returnOCR = try reader.readOptional() }
            if reader.takes("alwaysConvertToPdf", in: &cursor) { alwaysConvertToPDF = try reader.readOptionalBool() }
            if reader.takes("enrichmentFormat", in: &cursor) { enrichmentFormat = try reader.readOptionalWire() }
            if reader.takes("imageConversionQuality", in: &cursor) {
                imageConversionQuality = try reader.readOptionalWire()
            }
            if reader.takes("formattingDetection", in: &cursor) { formattingDetection = try reader.readArray() }
        } while try reader.continues(&cursor)
    }
}

extension OCROptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("words", in: &cursor) { words = try reader.readOptionalBool() }
            if reader.takes("lines", in: &cursor) { lines = try reader.readOptionalBool() }
        } while try reader.continues(&cursor)
    }
}

extension FormattingDetection: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        repeat {
            if reader.takes("type", in: &cursor) { type = try reader.readOptionalWire() }
        } while try reader.continues(&cursor)
    }
}
