/// Everything else a run can be told: the field `advancedOptions`.
public struct AdvancedOptions: Sendable, Hashable, Codable {
    /// Whether pages are turned upright: the field `pageRotationEnabled`.
    public var pageRotationEnabled: Bool?

    /// Which pages are parsed: the field `pageRanges`.
    public var pageRanges: [PageRange]?

    /// How spreadsheets are read: the field `excelParsingMode`.
    public var excelParsingMode: ExcelParsingMode?

    /// Whether hidden cells are left out: the field `excelSkipHiddenContent`.
    public var excelSkipHiddenContent: Bool?

    /// Whether cells keep their raw values: the field `excelUseRawCellValues`.
    public var excelUseRawCellValues: Bool?

    /// Whether formulas are left uncalculated: the field `excelSkipCalculation`.
    public var excelSkipCalculation: Bool?

    /// Whether cells tell where they are from: the field `excelIncludeCellMetadata`.
    public var excelIncludeCellMetadata: Bool?

    /// Whether cells tell how they look: the field `excelIncludeCellFormatting`.
    public var excelIncludeCellFormatting: Bool?

    /// How close lines are one, from 0.1 to 5: the field `verticalGroupingThreshold`.
    public var verticalGroupingThreshold: Double?

    /// What is returned of OCR: the field `returnOcr`.
    public var returnOCR: OCROptions?

    /// Whether every file is made a PDF: the field `alwaysConvertToPdf`.
    public var alwaysConvertToPDF: Bool?

    /// How enrichments are written: the field `enrichmentFormat`.
    public var enrichmentFormat: EnrichmentFormat?

    /// How well pages are made images: the field `imageConversionQuality`.
    public var imageConversionQuality: ImageQuality?

    /// What formatting is looked for: the field `formattingDetection`.
    public var formattingDetection: [FormattingDetection]?

    /// Makes an value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - pageRotationEnabled: whether pages are turned upright: the field `pageRotationEnabled`.
    ///   - pageRanges: which pages are parsed: the field `pageRanges`.
    ///   - excelParsingMode: how spreadsheets are read: the field `excelParsingMode`.
    ///   - excelSkipHiddenContent: whether hidden cells are left out: the field `excelSkipHiddenContent`.
    ///   - excelUseRawCellValues: whether cells keep their raw values: the field `excelUseRawCellValues`.
    ///   - excelSkipCalculation: whether formulas are left uncalculated: the field `excelSkipCalculation`.
    ///   - excelIncludeCellMetadata: whether cells tell where they are from: the field `excelIncludeCellMetadata`.
    ///   - excelIncludeCellFormatting: whether cells tell how they look: the field `excelIncludeCellFormatting`.
    ///   - verticalGroupingThreshold: how close lines are one, from 0.1 to 5: the field `verticalGroupingThreshold`.
    ///   - returnOCR: what is returned of OCR: the field `returnOcr`.
    ///   - alwaysConvertToPDF: whether every file is made a PDF: the field `alwaysConvertToPdf`.
    ///   - enrichmentFormat: how enrichments are written: the field `enrichmentFormat`.
    ///   - imageConversionQuality: how well pages are made images: the field `imageConversionQuality`.
    ///   - formattingDetection: what formatting is looked for: the field `formattingDetection`.
    public init(
        pageRotationEnabled: Bool? = nil,
        pageRanges: [PageRange]? = nil,
        excelParsingMode: ExcelParsingMode? = nil,
        excelSkipHiddenContent: Bool? = nil,
        excelUseRawCellValues: Bool? = nil,
        excelSkipCalculation: Bool? = nil,
        excelIncludeCellMetadata: Bool? = nil,
        excelIncludeCellFormatting: Bool? = nil,
        verticalGroupingThreshold: Double? = nil,
        returnOCR: OCROptions? = nil,
        alwaysConvertToPDF: Bool? = nil,
        enrichmentFormat: EnrichmentFormat? = nil,
        imageConversionQuality: ImageQuality? = nil,
        formattingDetection: [FormattingDetection]? = nil
    ) {
        self.pageRotationEnabled = pageRotationEnabled
        self.pageRanges = pageRanges
        self.excelParsingMode = excelParsingMode
        self.excelSkipHiddenContent = excelSkipHiddenContent
        self.excelUseRawCellValues = excelUseRawCellValues
        self.excelSkipCalculation = excelSkipCalculation
        self.excelIncludeCellMetadata = excelIncludeCellMetadata
        self.excelIncludeCellFormatting = excelIncludeCellFormatting
        self.verticalGroupingThreshold = verticalGroupingThreshold
        self.returnOCR = returnOCR
        self.alwaysConvertToPDF = alwaysConvertToPDF
        self.enrichmentFormat = enrichmentFormat
        self.imageConversionQuality = imageConversionQuality
        self.formattingDetection = formattingDetection
    }

    enum CodingKeys: String, CodingKey {
        case pageRotationEnabled
        case pageRanges
        case excelParsingMode
        case excelSkipHiddenContent
        case excelUseRawCellValues
        case excelSkipCalculation
        case excelIncludeCellMetadata
        case excelIncludeCellFormatting
        case verticalGroupingThreshold
        case returnOCR = "returnOcr"
        case alwaysConvertToPDF = "alwaysConvertToPdf"
        case enrichmentFormat
        case imageConversionQuality
        case formattingDetection
    }
}
