extension JSONReader {
    /// Takes a null, if that comes next.
    ///
    /// - Returns: whether it did.
    mutating func takeNull() throws(JSONFault) -> Bool {
        guard try peek() == UInt8(ascii: "n") else { return false }
        try take(.null)
        return true
    }

    /// Reads a string, or null as `nil`.
    mutating func readOptionalString() throws(JSONFault) -> String? {
        try takeNull() ? nil : try readString()
    }

    /// Reads a double, or null as `nil`.
    mutating func readOptionalDouble() throws(JSONFault) -> Double? {
        try takeNull() ? nil : try readDouble()
    }

    /// Reads an integer, or null as `nil`.
    mutating func readOptionalInt() throws(JSONFault) -> Int? {
        try takeNull() ? nil : try readInt()
    }

    /// Reads a boolean, or null as `nil`.
    mutating func readOptionalBool() throws(JSONFault) -> Bool? {
        try takeNull() ? nil : try readBool()
    }

    /// Reads a boolean.
    mutating func readBool() throws(JSONFault) -> Bool {
        try expect(.boolean)
        let literal: JSONLiteral = bytes[position] == UInt8(ascii: "t") ? .true : .false
        try take(literal)
        return literal == .true
    }

    /// Checks a value of any kind and forgets it.
    ///
    /// Its nesting, and with it the recursion here, is bounded by the limit on depth.
    mutating func skipValue() throws(JSONFault) {
        switch try peekKind() {
        case .object:
            try beginObject()
            while try nextKey() != nil { try skipValue() }
        case .array:
            try beginArray()
            while try nextElement() { try skipValue() }
        case .string: try skipString()
        case .number: _ = try takeNumber()
        case .boolean: _ = try readBool()
        case .null: try take(.null)
        }
    }

    private mutating func take(_ literal: JSONLiteral) throws(JSONFault) {
        for index in 0..<literal.count {
            guard position < end else { throw truncated }
            guard bytes[position] == literal[index] else {
                throw .unexpected(bytes[position], at: offset(of: position), expected: literal.expectation)
            }
            position += 1
        }
    }
}
