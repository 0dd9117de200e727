/// Any JSON: what the API leaves to its users, and what this version does not know.
public enum JSONValue: Sendable, Hashable {
    /// `null`.
    case null

    /// `true` or `false`.
    case bool(Bool)

    /// A number without a fraction that fits.
    case integer(Int64)

    /// Any other number.
    case number(Double)

    /// A string.
    case string(String)

    /// An array.
    case array([JSONValue])

    /// An object.
    case object([String: JSONValue])

    /// The member of an object; `nil` where there is none.
    ///
    /// - Parameter name: the member's name.
    public subscript(name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The element of an array; `nil` where there is none.
    ///
    /// - Parameter index: the element's place, from 0.
    public subscript(index: Int) -> JSONValue? {
        if case .array(let elements) = self, elements.indices.contains(index) { elements[index] } else { nil }
    }

    /// The string; `nil` for anything else.
    public var stringValue: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The number, whole or not; `nil` for anything else.
    public var numberValue: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    /// The truth value; `nil` for anything else.
    public var boolValue: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The elements; `nil` for anything but an array.
    public var arrayValue: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members; `nil` for anything but an object.
    public var objectValue: [String: JSONValue]? {
        if case .object(let members) = self { members } else { nil }
    }
}
