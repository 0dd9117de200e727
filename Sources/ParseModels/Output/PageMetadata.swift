/// One page: an element of the field `output.metadata.pages`.
public struct PageMetadata: Sendable, Hashable, Codable {
    /// Its number, from 1: the field `number`.
    public var number: Int?

    /// How far it was turned to stand upright, clockwise in degrees: the field `rotationApplied`.
    ///
    /// It may be negative; it is not there if rotation was not looked for.
    public var rotationApplied: Int?

    /// Its width as it came, in points: the field `originalPageWidth`.
    public var originalPageWidth: Double?

    /// Its height as it came, in points: the field `originalPageHeight`.
    public var originalPageHeight: Double?

    /// The resolution that boxes are measured in: the field `dpi`.
    ///
    /// A point is `dpi / 72` of their units.
    public var dpi: Double?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - number: its number, from 1: the field `number`.
    ///   - rotationApplied: how far it was turned to stand upright, clockwise in degrees: the field `rotationApplied`.
    ///   - originalPageWidth: its width as it came, in points: the field `originalPageWidth`.
    ///   - originalPageHeight: its height as it came, in points: the field `originalPageHeight`.
    ///   - dpi: the resolution that boxes are measured in: the field `dpi`.
    public init(
        number: Int? = nil,
        rotationApplied: Int? = nil,
        originalPageWidth: Double? = nil,
        originalPageHeight: Double? = nil,
        dpi: Double? = nil
    ) {
        self.number = number
        self.rotationApplied = rotationApplied
        self.originalPageWidth = originalPageWidth
        self.originalPageHeight = originalPageHeight
        self.dpi = dpi
    }

    enum CodingKeys: String, CodingKey {
        case number
        case rotationApplied
        case originalPageWidth
        case originalPageHeight
        case dpi
    }

    /// Reads the value; fields that are unknown, and optional ones that are missing or null, do no harm.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` with the path of a field of the wrong type, or of a required one that is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.number = try container.decodeWholeNumberIfPresent(.number)
        self.rotationApplied = try container.decodeWholeNumberIfPresent(.rotationApplied)
        self.originalPageWidth = try container.decodeIfPresent(Double.self, forKey: .originalPageWidth)
        self.originalPageHeight = try container.decodeIfPresent(Double.self, forKey: .originalPageHeight)
        self.dpi = try container.decodeIfPresent(Double.self, forKey: .dpi)
    }
}
