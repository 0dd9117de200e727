/// Objects and arrays.
extension JSONReader {
    /// Enters an object.
    @inline(__always)
    mutating func beginObject() throws(JSONFault) -> ObjectCursor {
        guard bytes[position] == UInt8(ascii: "{") else { throw mismatch(.object) }
        try beginContainer()
        return ObjectCursor(start: position)
    }

    /// Takes an object without members and without space in it, if that comes next.
    ///
    /// - Returns: whether it did.
    mutating func takeEmptyObject() -> Bool {
        guard bytes[position] == UInt8(ascii: "{"), bytes[position &+ 1] == UInt8(ascii: "}"), depth < limits.depth
        else { return false }
        position &+= 2
        return true
    }

    /// Enters an array.
    @inline(__always)
    mutating func beginArray() throws(JSONFault) -> ArrayCursor {
        guard bytes[position] == UInt8(ascii: "[") else { throw mismatch(.array) }
        try beginContainer()
        position &+= 1
        return ArrayCursor()
    }

    /// Goes to the next member's value.
    ///
    /// - Returns: the member's name, `nil` after the last member, with the object left behind.
    @inline(__always)
    mutating func nextKey(in object: inout ObjectCursor) throws(JSONFault) -> MemberKey? {
        guard try nextMember(in: &object) else { return nil }
        let key = try takeKey()
        try takeColon()
        return key
    }

    /// Goes to the next member's value, for an object whose members' names are data.
    ///
    /// - Returns: the member's name, `nil` after the last member, with the object left behind.
    mutating func nextName(in object: inout ObjectCursor) throws(JSONFault) -> String? {
        guard try nextMember(in: &object) else { return nil }
        let name = try readString()
        try takeColon()
        return name
    }

    /// Goes to the next element.
    ///
    /// - Returns: whether there is one; `false` leaves the array behind.
    @inline(__always)
    mutating func nextElement(in array: inout ArrayCursor) throws(JSONFault) -> Bool {
        skipSpace()
        if array.isAtStart {
            array.isAtStart = false
            guard bytes[position] == UInt8(ascii: "]") else { return true }
        } else if bytes[position] == UInt8(ascii: ",") {
            position &+= 1
            skipSpace()
            return true
        }
        guard bytes[position] == UInt8(ascii: "]") else { throw unexpected("a comma or a closing bracket") }
        endContainer()
        return false
    }

    @inline(__always)
    private mutating func beginContainer() throws(JSONFault) {
        guard depth < limits.depth else {
            throw .limit("depth", of: Int64(limits.depth), exceededBy: "The nesting", at: offset(of: position))
        }
        depth &+= 1
    }

    /// Leaves the innermost container, at its closing bracket.
    @inline(__always)
    mutating func endContainer() {
        depth &-= 1
        position &+= 1
    }

    /// Goes to a member's opening quote.
    ///
    /// - Returns: whether there is one; `false` leaves the object behind.
    @inline(__always)
    private mutating func nextMember(in object: inout ObjectCursor) throws(JSONFault) -> Bool {
        skipSpace()
        let isFirst = object.separator == UInt8(ascii: "{")
        if bytes[position] == object.separator {
            position &+= 1
            skipSpace()
            object.separator = UInt8(ascii: ",")
        } else if bytes[position] != UInt8(ascii: "}") {
            throw unexpected("a comma or a closing brace")
        } else {
            endContainer()
            return false
        }
        if isFirst, bytes[position] == UInt8(ascii: "}") {
            endContainer()
            return false
        }
        guard bytes[position] == UInt8(ascii: "\"") else { throw unexpected("a member's name") }
        object.members &+= 1
        guard object.members <= limits.membersPerObject else {
            let limit = Int64(limits.membersPerObject)
            let what = "The number of an object's members"
            throw .limit("membersPerObject", of: limit, exceededBy: what, at: offset(of: position))
        }
        return true
    }

    /// Takes a member's name, at its opening quote.
    @inline(__always)
    mutating func takeKey() throws(JSONFault) -> MemberKey {
        let start = position &+ 1
        let word = bytes.word(at: start)
        let quotes = word.bytes(equalTo: UInt8(ascii: "\""))
        // The lowest bit is exact; anything odd before it is left to the patient way.
        let first = quotes & (0 &- quotes)
        let odd = word.controlOrHighBytes | word.bytes(equalTo: UInt8(ascii: "\\"))
        let count = first.trailingZeroBitCount &>> 3
        guard first != 0, odd & (first &- 1) == 0, count <= limits.stringBytes else { return try takeLongKey() }
        position = start &+ count &+ 1
        return MemberKey(word: word & ((first &>> 7) &- 1), count: count)
    }

    /// Takes a name of more than seven bytes, or one with an escape.
    private mutating func takeLongKey() throws(JSONFault) -> MemberKey {
        let start = position &+ 1
        let stop = bytes.endOfASCIIRun(from: start)
        guard bytes[stop] == UInt8(ascii: "\""), stop &- start <= limits.stringBytes else {
            return try scanString(collectingKey: true).key ?? MemberKey()
        }
        position = stop &+ 1
        return MemberKey(bytes, start..<stop)
    }

    @inline(__always)
    private mutating func takeColon() throws(JSONFault) {
        skipSpace()
        guard bytes[position] == UInt8(ascii: ":") else { throw unexpected("a colon") }
        position &+= 1
        skipSpace()
    }
}
