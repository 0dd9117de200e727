extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Makes `null`.
    ///
    /// - Parameter nilLiteral: nothing.
    public init(nilLiteral: ()) {
        self = .null
    }

    /// Makes a truth value.
    ///
    /// - Parameter value: the literal.
    public init(booleanLiteral value: Bool) {
        self = .bool(value)
    }

    /// Makes a whole number.
    ///
    /// - Parameter value: the literal.
    public init(integerLiteral value: Int64) {
        self = .integer(value)
    }

    /// Makes a number.
    ///
    /// - Parameter value: the literal.
    public init(floatLiteral value: Double) {
        self = .number(value)
    }

    /// Makes a string.
    ///
    /// - Parameter value: the literal.
    public init(stringLiteral value: String) {
        self = .string(value)
    }

    /// Makes an array.
    ///
    /// - Parameter elements: the literal's elements.
    public init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }

    /// Makes an object; of a name that repeats the last value counts.
    ///
    /// - Parameter elements: the literal's members.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements) { $1 })
    }
}
