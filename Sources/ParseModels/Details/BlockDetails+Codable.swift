extension BlockDetails: Codable {
    private enum CodingKeys: String, CodingKey {
        case type
    }

    /// The names of the variants: the field `details.type`.
    enum Variant: String {
        case text = "text_details"
        case table = "table_details"
        case tableCell = "table_cell_details"
        case figure = "figure_details"
        case barcode = "barcode_details"
        case formula = "formula_details"
        case keyValue = "key_value_details"
    }

    /// Reads the details; whatever they are, they never keep their block from being read.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` only if there is nothing to read.
    public init(from decoder: any Decoder) throws {
        if try decoder.singleValueContainer().decodeNil() {
            self = .plain
            return
        }
        let container = try? decoder.container(keyedBy: CodingKeys.self)
        let type = try? container?.decodeIfPresent(String.self, forKey: .type)
        if let variant = type.flatMap(Variant.init(rawValue:)), let known = try? Self(variant, from: decoder) {
            self = known
            return
        }
        let payload = try JSONValue(from: decoder)
        self = payload == .object([:]) ? .plain : .unknown(type: type, payload: payload)
    }

    private init(_ variant: Variant, from decoder: any Decoder) throws {
        self =
            switch variant {
            case .text: .text(try TextDetails(from: decoder))
            case .table: .table(try TableDetails(from: decoder))
            case .tableCell: .tableCell(try TableCellDetails(from: decoder))
            case .figure: .figure(try FigureDetails(from: decoder))
            case .barcode: .barcode(try BarcodeDetails(from: decoder))
            case .formula: .formula(try FormulaDetails(from: decoder))
            case .keyValue: .keyValue
            }
    }

    /// Writes the details with their type; plain ones as `{}`.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: whatever the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .plain: try JSONValue.object([:]).encode(to: encoder)
        case .text(let details): try Self.encode(details, .text, to: encoder)
        case .table(let details): try Self.encode(details, .table, to: encoder)
        case .tableCell(let details): try Self.encode(details, .tableCell, to: encoder)
        case .figure(let details): try Self.encode(details, .figure, to: encoder)
        case .barcode(let details): try Self.encode(details, .barcode, to: encoder)
        case .formula(let details): try Self.encode(details, .formula, to: encoder)
        case .keyValue: try Self.encode(JSONValue?.none, .keyValue, to: encoder)
        case .unknown(_, let payload): try payload.encode(to: encoder)
        }
    }

    private static func encode<Details: Encodable>(
        _ details: Details?,
        _ variant: Variant,
        to encoder: any Encoder
    ) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(variant.rawValue, forKey: .type)
        try details?.encode(to: encoder)
    }
}
