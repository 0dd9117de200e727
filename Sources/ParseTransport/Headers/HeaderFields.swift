/// Header fields in the order they were added; names ignore case and may repeat.
public struct HeaderFields: Sendable, Hashable {
    private var fields: [HeaderField]

    /// Makes fields of a list, in its order.
    ///
    /// - Parameter fields: the fields. Default: none.
    public init(_ fields: [HeaderField] = []) {
        self.fields = fields
    }

    /// The value of a name: `nil` without such a field, several values joined by `", "` as HTTP defines it.
    ///
    /// Setting replaces every field of that name; setting `nil` removes them.
    ///
    /// - Parameter name: the field's name, in any case.
    public subscript(name: String) -> String? {
        get {
            let values = values(for: name)
            return values.isEmpty ? nil : values.joined(separator: ", ")
        }
        set {
            fields.removeAll { $0.isNamed(name) }
            if let newValue { append(name: name, value: newValue) }
        }
    }

    /// Every value of a name, in order.
    ///
    /// - Parameter name: the field's name, in any case.
    /// - Returns: the values, one a field; empty without such a field.
    public func values(for name: String) -> [String] {
        fields.filter { $0.isNamed(name) }.map(\.value)
    }

    /// Adds a field after the others, also when one of that name is there.
    ///
    /// - Parameters:
    ///   - name: the field's name.
    ///   - value: its value.
    public mutating func append(name: String, value: String) {
        fields.append(HeaderField(name: name, value: value))
    }
}

extension HeaderFields: RandomAccessCollection {
    /// The position of the first field.
    public var startIndex: Int { fields.startIndex }

    /// The position after the last field.
    public var endIndex: Int { fields.endIndex }

    /// The field at a position.
    ///
    /// - Parameter position: a valid index.
    public subscript(position: Int) -> HeaderField { fields[position] }
}

extension HeaderFields: ExpressibleByDictionaryLiteral {
    /// Makes fields of a literal, in its order; a name may repeat.
    ///
    /// - Parameter elements: names and values.
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements.map(HeaderField.init(name:value:)))
    }
}

extension HeaderFields: CustomStringConvertible, CustomReflectable {
    /// The fields, with every value replaced that is not known to be harmless.
    public var description: String { fields.description }

    /// A mirror of the redacted fields.
    public var customMirror: Mirror { Mirror(self, unlabeledChildren: fields, displayStyle: .collection) }
}
