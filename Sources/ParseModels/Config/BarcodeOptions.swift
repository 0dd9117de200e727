/// What is done with barcodes: the field `blockOptions.barcodes`.
public struct BarcodeOptions: Sendable, Hashable, Codable {
    /// Whether their pictures are cut out: the field `imageClippingEnabled`.
    public var imageClippingEnabled: Bool?

    /// Whether they are read: the field `readingEnabled`.
    public var readingEnabled: Bool?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - imageClippingEnabled: whether their pictures are cut out: the field `imageClippingEnabled`.
    ///   - readingEnabled: whether they are read: the field `readingEnabled`.
    public init(
        imageClippingEnabled: Bool? = nil,
        readingEnabled: Bool? = nil
    ) {
        self.imageClippingEnabled = imageClippingEnabled
        self.readingEnabled = readingEnabled
    }

    enum CodingKeys: String, CodingKey {
        case imageClippingEnabled
        case readingEnabled
    }
}
