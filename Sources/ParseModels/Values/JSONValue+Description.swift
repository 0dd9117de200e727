extension JSONValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The value as JSON, the query values of links in it redacted.
    public var description: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .string(let value): Self.shown(value).debugDescription
        case .array(let elements): "[" + elements.map(\.description).joined(separator: ", ") + "]"
        case .object(let members):
            "{"
                + members.sorted { $0.key < $1.key }
                .map { "\($0.key.debugDescription): \($0.value)" }
                .joined(separator: ", ") + "}"
        }
    }

    /// The same as the description.
    public var debugDescription: String { description }

    /// A mirror in which the query values of links are redacted.
    public var customMirror: Mirror {
        switch self {
        case .array(let elements): Mirror(self, unlabeledChildren: elements, displayStyle: .collection)
        case .object(let members):
            Mirror(self, children: members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, displayStyle: .struct)
        default: Mirror(self, children: [])
        }
    }

    private static func shown(_ text: String) -> String {
        RedactedLink.isNeeded(for: text) ? RedactedLink(text).text : text
    }
}
