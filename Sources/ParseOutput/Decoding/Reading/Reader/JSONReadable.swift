import ParseModels

/// A wire value that is read straight from the bytes.
///
/// What is lenient here is what the same type's `Codable` conformance is lenient about: a missing or null member takes
/// its default, an unknown one is skipped, the last of several counts, a wrong type is a fault.
protocol JSONReadable {
    init(from reader: inout JSONReader) throws(JSONFault)
}

/// A wire value all of whose members may be missing, read where it is to stay.
///
/// A block is a large value; made elsewhere and moved in, it would be copied on the way.
protocol JSONFillable: JSONReadable {
    /// A value with none of its members there.
    static var blank: Self { get }

    /// Reads the members of such a value.
    mutating func fill(from reader: inout JSONReader) throws(JSONFault)
}

extension JSONFillable {
    init(from reader: inout JSONReader) throws(JSONFault) {
        self = Self.blank
        try fill(from: &reader)
    }
}

extension JSONReader {
    /// Reads a value, or null as `nil`.
    @inline(__always)
    mutating func readOptional<Value: JSONReadable>(_ type: Value.Type = Value.self) throws(JSONFault) -> Value? {
        try takeNull() ? nil : try Value(from: &self)
    }

    /// Reads a value in the place of another, or null as one without members.
    @inline(__always)
    mutating func read<Value: JSONFillable>(into value: inout Value) throws(JSONFault) {
        value = .blank
        if try !takeNull() { try value.fill(from: &self) }
    }

    /// Reads an array of values, or null as none; `count` is how many to make room for at once.
    @inline(__always)
    mutating func readArray<Element: JSONReadable>(
        of type: Element.Type = Element.self,
        expecting count: Int = 0
    ) throws(JSONFault) -> [Element]? {
        if try takeNull() { return nil }
        var array = try beginArray()
        var elements: [Element] = []
        if count > 0 { elements.reserveCapacity(count) }
        while try nextElement(in: &array) { elements.append(try Element(from: &self)) }
        return elements
    }

    /// Reads an array of values in the place of another, or null as none; `count` is how many to make room for at once.
    @inline(__always)
    mutating func readArray<Element: JSONFillable>(
        into elements: inout [Element],
        expecting count: Int = 0
    ) throws(JSONFault) {
        elements = []
        if try takeNull() { return }
        var array = try beginArray()
        elements.reserveCapacity(count)
        while try nextElement(in: &array) {
            elements.append(.blank)
            try elements[elements.count - 1].fill(from: &self)
        }
    }

    /// Reads a string that more values may join, or null as `nil`.
    @inline(__always)
    mutating func readOptionalWire<Value: OpenWireValue>(
        _ type: Value.Type = Value.self
    ) throws(JSONFault) -> Value? {
        try readOptionalString().map(Value.init(rawValue:))
    }
}
