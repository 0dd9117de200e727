/// The page of a block: the field `metadata.page`.
public struct PageReference: Sendable, Hashable, Codable {
    /// Its number, from 1: the field `number`.
    public var number: Int

    /// Its width in the units of the boxes: the field `width`.
    public var width: Double?

    /// Its height in the units of the boxes: the field `height`.
    public var height: Double?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - number: its number, from 1: the field `number`.
    ///   - width: its width in the units of the boxes: the field `width`.
    ///   - height: its height in the units of the boxes: the field `height`.
    @inlinable
    public init(
        number: Int,
        width: Double? = nil,
        height: Double? = nil
    ) {
        self.number = number
        self.width = width
        self.height = height
    }

    enum CodingKeys: String, CodingKey {
        case number
        case width
        case height
    }

    /// Reads the value; fields that are unknown, and optional ones that are missing or null, do no harm.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` with the path of a field of the wrong type, or of a required one that is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.number = try container.decodeWholeNumber(.number)
        self.width = try container.decodeIfPresent(Double.self, forKey: .width)
        self.height = try container.decodeIfPresent(Double.self, forKey: .height)
    }
}
