/// What is done with figures: the field `blockOptions.figures`.
public struct FigureOptions: Sendable, Hashable, Codable {
    /// Whether they are blocks of their own: the field `enabled`.
    public var enabled: Bool?

    /// Whether their pictures are cut out: the field `figureImageClippingEnabled`.
    public var figureImageClippingEnabled: Bool?

    /// Whether charts are read: the field `advancedChartExtractionEnabled`.
    public var advancedChartExtractionEnabled: Bool?

    /// What else to look for: the field `customInstructions`.
    public var customInstructions: String?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - enabled: whether they are blocks of their own: the field `enabled`.
    ///   - figureImageClippingEnabled: whether their pictures are cut out: the field `figureImageClippingEnabled`.
    ///   - advancedChartExtractionEnabled: whether charts are read: the field `advancedChartExtractionEnabled`.
    ///   - customInstructions: what else to look for: the field `customInstructions`.
    public init(
        enabled: Bool? = nil,
        figureImageClippingEnabled: Bool? = nil,
        advancedChartExtractionEnabled: Bool? = nil,
        customInstructions: String? = nil
    ) {
        self.enabled = enabled
        self.figureImageClippingEnabled = figureImageClippingEnabled
        self.advancedChartExtractionEnabled = advancedChartExtractionEnabled
        self.customInstructions = customInstructions
    }

    enum CodingKeys: String, CodingKey {
        case enabled
        case figureImageClippingEnabled
        case advancedChartExtractionEnabled
        case customInstructions
    }
}
