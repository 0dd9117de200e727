/// Null, booleans, and values of any kind.
extension JSONReader {
    /// Takes a null, if that comes next.
    ///
    /// - Returns: whether it did.
    @_transparent
    mutating func takeNull() throws(JSONFault) -> Bool {
        guard bytes[position] == UInt8(ascii: "n") else { return false }
        try take(.null)
        return true
    }

    /// Reads a string, or null as `nil`.
    @_transparent
    mutating func readOptionalString() throws(JSONFault) -> String? {
        try takeNull() ? nil : try readString()
    }

    /// Reads a double, or null as `nil`.
    @_transparent
    mutating func readOptionalDouble() throws(JSONFault) -> Double? {
        try takeNull() ? nil : try readDouble()
    }

    /// Reads an integer, or null as `nil`.
    @_transparent
    mutating func readOptionalInt() throws(JSONFault) -> Int? {
        try takeNull() ? nil : try readInt()
    }

    /// Reads a boolean, or null as `nil`.
    mutating func readOptionalBool() throws(JSONFault) -> Bool? {
        try takeNull() ? nil : try readBool()
    }

    /// Reads a boolean.
    mutating func readBool() throws(JSONFault) -> Bool {
        guard try peekKind() == .boolean else { throw mismatch(.boolean) }
        switch bytes[position] {
        case UInt8(ascii: "t"):
            try take(.true)
            return true
        default:
            try take(.false)
            return false
        }
    }

    /// Checks a value of any kind and forgets it.
    ///
    /// Its nesting, and with it the recursion here, is bounded by the limit on depth.
    mutating func skipValue() throws(JSONFault) {
        if bytes[position] == UInt8(ascii: "\"") { return try skipString() }
        switch try peekKind() {
        case .object:
            var object = try beginObject()
            while try nextKey(in: &object) != nil { try skipValue() }
        case .array:
            var array = try beginArray()
            while try nextElement(in: &array) { try skipValue() }
        case .string: try skipString()
        case .number: try skipNumber()
        case .boolean: _ = try readBool()
        case .null: try take(.null)
        }
    }

    private mutating func take(_ literal: JSONLiteral) throws(JSONFault) {
        let word = bytes.word(at: position)
        let mask: UInt64 = (1 &<< UInt64(literal.count &* 8)) &- 1
        guard word & mask == literal.packed else {
            var scanner = LiteralScanner(literal)
            _ = try scanner.scan(bytes, from: &position, to: end, base: base)
            throw truncated
        }
        position &+= literal.count
    }
}
