import ParseModels

/// A wire value that is read straight from the bytes.
///
/// What is lenient here is what the same type's `Codable` conformance is lenient about: a missing or null member takes
/// its default, an unknown one is skipped, the last of several counts, a wrong type is a fault.
protocol JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault)
}

extension JSONReader {
    /// Reads a value, or null as `nil`.
    mutating func readOptional<Value: JSONReadable>(_ type: Value.Type = Value.self) throws(JSONFault) -> Value? {
        try takeNull() ? nil : try Value(from: &self)
    }

    /// Reads an array of values, or null as none.
    mutating func readArray<Element: JSONReadable>(
        of type: Element.Type = Element.self
    ) throws(JSONFault) -> [Element]? {
        if try takeNull() { return nil }
        var elements: [Element] = []
        try beginArray()
        while try nextElement() { elements.append(try Element(from: &self)) }
        return elements
    }

    /// Reads a string that more values may join, or null as `nil`.
    mutating func readOptionalWire<Value: OpenWireValue>(
        _ type: Value.Type = Value.self
    ) throws(JSONFault) -> Value? {
        try readOptionalString().map(Value.init(rawValue:))
    }

    /// The fault of an object without a member it cannot do without.
    func missing(_ member: StaticString, ofObjectAt start: Int) -> JSONFault {
        JSONFault(.missingMember, at: offset(of: start), "The object has no member '\(member)'.")
    }
}
