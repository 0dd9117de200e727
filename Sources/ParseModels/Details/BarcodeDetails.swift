/// Details of a barcode: `barcode_details`.
public struct BarcodeDetails: Sendable, Hashable, Codable {
    /// Where its picture can be fetched for a while: the field `imageUrl`.
    public var imageURL: PresignedURL?

    /// What it says: the field `decodedValue`.
    public var decodedValue: String?

    /// Its kind, such as `QRCode`: the field `format`.
    public var format: String?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - imageURL: where its picture can be fetched for a while: the field `imageUrl`.
    ///   - decodedValue: what it says: the field `decodedValue`.
    ///   - format: its kind, such as `QRCode`: the field `format`.
    public init(
        imageURL: PresignedURL? = nil,
        decodedValue: String? = nil,
        format: String? = nil
    ) {
        self.imageURL = imageURL
        self.decodedValue = decodedValue
        self.format = format
    }

    enum CodingKeys: String, CodingKey {
        case imageURL = "imageUrl"
        case decodedValue
        case format
    }
}
