import ParseModels

extension AdvancedOptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "pageRotationEnabled": pageRotationEnabled = try reader.readOptionalBool()
            case "pageRanges": pageRanges = try reader.readArray()
            case "excelParsingMode": excelParsingMode = try reader.readOptionalWire()
            case "excelSkipHiddenContent": excelSkipHiddenContent = try reader.readOptionalBool()
            case "excelUseRawCellValues": excelUseRawCellValues = try reader.readOptionalBool()
            case "excelSkipCalculation": excelSkipCalculation = try reader.readOptionalBool()
            case "excelIncludeCellMetadata": excelIncludeCellMetadata = try reader.readOptionalBool()
            case "excelIncludeCellFormatting": excelIncludeCellFormatting = try reader.readOptionalBool()
            case "verticalGroupingThreshold": verticalGroupingThreshold = try reader.readOptionalDouble()
            case "returnOcr": returnOCR = try reader.readOptional()
            case "alwaysConvertToPdf": alwaysConvertToPDF = try reader.readOptionalBool()
            case "enrichmentFormat": enrichmentFormat = try reader.readOptionalWire()
            case "imageConversionQuality": imageConversionQuality = try reader.readOptionalWire()
            case "formattingDetection": formattingDetection = try reader.readArray()
            default: try reader.skipValue()
            }
        }
    }
}

extension OCROptions: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "words": words = try reader.readOptionalBool()
            case "lines": lines = try reader.readOptionalBool()
            default: try reader.skipValue()
            }
        }
    }
}

extension FormattingDetection: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self.init()
        var cursor = try reader.beginObject()
        while let key = try reader.nextKey(in: &cursor) {
            switch key {
            case "type": type = try reader.readOptionalWire()
            default: try reader.skipValue()
            }
        }
    }
}
