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
    @inline(__always)
    mutating func readOptional<Value: JSONReadable>(_ type: Value.Type = Value.self) throws(JSONFault) -> Value? {
        try takeNull() ? nil : try Value(from: &self)
    }

    /// Reads an array of values, or null as none.
    ///
    /// - Parameter count: how many to make room for at once.
    @inline(__always)
    mutating func readArray<Element: JSONReadable>(
        of type: Element.Type = Element.self,
        expecting count: Int = 0
    ) throws(JSONFault) -> [Element]? {
        if try takeNull() { return nil }
        var array = try beginArray()
        guard try nextElement(in: &array) else { return [] }
        var elements: [Element] = []
        elements.reserveCapacity(count)
        repeat {
            elements.append(try Element(from: &self))
        } while try nextElement(in: &array)
        return elements
    }

    /// Reads a string that more values may join, or null as `nil`.
    @inline(__always)
    mutating func readOptionalWire<Value: OpenWireValue>(
        _ type: Value.Type = Value.self
    ) throws(JSONFault) -> Value? {
        try readOptionalString().map(Value.init(rawValue:))
    }
}
