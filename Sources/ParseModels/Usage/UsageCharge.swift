/// One product's part of the credits: an element of the field `charges`.
public struct UsageCharge: Sendable, Hashable, Codable {
    /// What is charged: the field `product`.
    public var product: UsageProduct?

    /// What is counted: the field `unit`.
    public var unit: UsageUnit?

    /// How many: the field `quantity`.
    public var quantity: Double?

    /// What they cost: the field `credits`.
    public var credits: Double?

    /// Which pages, counted from 1: the field `pages`.
    public var pages: [Int]?

    /// Makes an value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - product: what is charged: the field `product`.
    ///   - unit: what is counted: the field `unit`.
    ///   - quantity: how many: the field `quantity`.
    ///   - credits: what they cost: the field `credits`.
    ///   - pages: which pages, counted from 1: the field `pages`.
    public init(
        product: UsageProduct? = nil,
        unit: UsageUnit? = nil,
        quantity: Double? = nil,
        credits: Double? = nil,
        pages: [Int]? = nil
    ) {
        self.product = product
        self.unit = unit
        self.quantity = quantity
        self.credits = credits
        self.pages = pages
    }

    enum CodingKeys: String, CodingKey {
        case product
        case unit
        case quantity
        case credits
        case pages
    }

    /// Reads the value; fields that are unknown, and optional ones that are missing or null, do no harm.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` with the path of a field of the wrong type, or of a required one that is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.product = try container.decodeIfPresent(UsageProduct.self, forKey: .product)
        self.unit = try container.decodeIfPresent(UsageUnit.self, forKey: .unit)
        self.quantity = try container.decodeIfPresent(Double.self, forKey: .quantity)
        self.credits = try container.decodeIfPresent(Double.self, forKey: .credits)
        self.pages = try container.decodeIfPresent([WholeNumber].self, forKey: .pages)?.map(\.value)
    }
}
