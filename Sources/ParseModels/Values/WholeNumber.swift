/// A whole number that may be written as a fraction on the wire, such as `2.0`.
struct WholeNumber: Decodable {
    let value: Int

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Int.self) {
            self.value = value
            return
        }
        guard let value = Int(exactly: try container.decode(Double.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "This is not a whole number.")
        }
        self.value = value
    }
}

extension KeyedDecodingContainer {
    func decodeWholeNumber(_ key: Key) throws -> Int {
        try decode(WholeNumber.self, forKey: key).value
    }

    func decodeWholeNumberIfPresent(_ key: Key) throws -> Int? {
        try decodeIfPresent(WholeNumber.self, forKey: key)?.value
    }
}
