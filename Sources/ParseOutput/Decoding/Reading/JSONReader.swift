/// Reads one complete JSON value from the bytes that hold it, member by member, as strictly as RFC 8259.
///
/// Whoever reads asks for what it expects, in the order of the bytes; what does not come as asked is a fault with its
/// offset. Objects are read like this:
///
///     try reader.beginObject()
///     while let key = try reader.nextKey() {
///         switch key {
///         case "x": x = try reader.readDouble()
///         default: try reader.skipValue()
///         }
///     }
struct JSONReader {
    /// The bytes read from, and the place of the next one.
    let bytes: [UInt8]
    var position: Int

    /// The place behind the last byte of the value.
    let end: Int

    /// Where strings with escapes are put together.
    var scratch: [UInt8] = []

    private let base: Int64
    private let depthLimit: Int
    private var depth: Int
    private var isAtFirst = false

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - bytes: the bytes to read from.
    ///   - range: the places of the value's bytes among them.
    ///   - base: the offset in the document of the first of all bytes.
    ///   - depth: the number of containers around the value.
    ///   - depthLimit: the deepest nesting, those containers included.
    init(_ bytes: [UInt8], range: Range<Int>, base: Int64 = 0, depth: Int = 0, depthLimit: Int) {
        self.bytes = bytes
        self.position = range.lowerBound
        self.end = range.upperBound
        self.base = base
        self.depth = depth
        self.depthLimit = depthLimit
    }

    /// The offset in the document of a place in `bytes`.
    func offset(of place: Int) -> Int64 { base + Int64(place) }

    /// The fault of bytes that end too early.
    var truncated: JSONFault { JSONFault(.truncated, at: offset(of: end), "The bytes end inside a value.") }
}

// MARK: - Between values

extension JSONReader {
    /// The next byte that is no white space, not taken yet.
    @inline(__always)
    mutating func peek() throws(JSONFault) -> UInt8 {
        skipSpace()
        guard position < end else { throw truncated }
        return bytes[position]
    }

    /// The type of the next value.
    mutating func peekKind() throws(JSONFault) -> JSONKind {
        let byte = try peek()
        guard let kind = JSONKind(first: byte) else {
            throw .unexpected(byte, at: offset(of: position), expected: "a value")
        }
        return kind
    }

    /// Makes sure that the next value has a type.
    mutating func expect(_ kind: JSONKind) throws(JSONFault) {
        let found = try peekKind()
        guard found == kind else {
            throw .typeMismatch(expected: kind.name, found: found, at: offset(of: position))
        }
    }

    /// Makes sure that only white space is left.
    mutating func finish() throws(JSONFault) {
        skipSpace()
        guard position == end else {
            throw .unexpected(bytes[position], at: offset(of: position), expected: "nothing after the document")
        }
    }

    @inline(__always)
    private mutating func skipSpace() {
        while position < end {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }
}

// MARK: - Objects and arrays

extension JSONReader {
    /// Enters an object.
    mutating func beginObject() throws(JSONFault) {
        try expect(.object)
        try beginContainer()
    }

    /// Enters an array.
    mutating func beginArray() throws(JSONFault) {
        try expect(.array)
        try beginContainer()
    }

    /// Goes to the next member's value.
    ///
    /// - Returns: the member's name, `nil` after the last member, with the object left behind.
    mutating func nextKey() throws(JSONFault) -> MemberKey? {
        guard try nextItem(closing: UInt8(ascii: "}"), "brace", item: "a member's name") else { return nil }
        try expectKey()
        let key = try readKey()
        try takeColon()
        return key
    }

    /// Goes to the next member's value, for an object whose members' names are data.
    ///
    /// - Returns: the member's name, `nil` after the last member, with the object left behind.
    mutating func nextName() throws(JSONFault) -> String? {
        guard try nextItem(closing: UInt8(ascii: "}"), "brace", item: "a member's name") else { return nil }
        try expectKey()
        let name = try readString()
        try takeColon()
        return name
    }

    /// Goes to the next element.
    ///
    /// - Returns: whether there is one; `false` leaves the array behind.
    mutating func nextElement() throws(JSONFault) -> Bool {
        try nextItem(closing: UInt8(ascii: "]"), "bracket", item: "a value")
    }

    private mutating func beginContainer() throws(JSONFault) {
        guard depth < depthLimit else {
            throw .limit("depth", of: Int64(depthLimit), exceededBy: "The nesting", at: offset(of: position))
        }
        depth += 1
        position += 1
        isAtFirst = true
    }

    /// Takes the comma before an item, or the bracket after the last one.
    private mutating func nextItem(
        closing: UInt8,
        _ bracket: StaticString,
        item: StaticString
    ) throws(JSONFault) -> Bool {
        let byte = try peek()
        let isFirst = isAtFirst
        isAtFirst = false
        if byte == closing {
            position += 1
            depth -= 1
            return false
        }
        if isFirst { return true }
        guard byte == UInt8(ascii: ",") else {
            throw .unexpected(byte, at: offset(of: position), expected: "a comma or a closing \(bracket)")
        }
        position += 1
        return true
    }

    @inline(__always)
    private mutating func expectKey() throws(JSONFault) {
        let byte = try peek()
        guard byte == UInt8(ascii: "\"") else {
            throw .unexpected(byte, at: offset(of: position), expected: "a member's name")
        }
    }

    @inline(__always)
    private mutating func takeColon() throws(JSONFault) {
        let byte = try peek()
        guard byte == UInt8(ascii: ":") else {
            throw .unexpected(byte, at: offset(of: position), expected: "a colon")
        }
        position += 1
    }
}
