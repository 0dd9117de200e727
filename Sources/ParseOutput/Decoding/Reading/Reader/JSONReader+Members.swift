/// Members, taken in the order in which the API writes them or in any other.
extension JSONReader {
    /// Goes to the value of a member, if that comes next.
    ///
    /// The name is compared as it is written, quotes, colon and all, word by word, so that members that come in the order
    /// in which they are asked for cost a few comparisons. It is inlined always: the name's words are then constants.
    ///
    /// - Returns: whether it does; otherwise nothing has changed.
    @_transparent
    mutating func takes(_ name: StaticString, in object: inout ObjectCursor) -> Bool {
        if object.isAtValue {
            guard name ~= object.key else { return false }
            object.isAtValue = false
            return true
        }
        guard bytes[position] == object.separator, MemberKey.stands(name, in: bytes, at: position &+ 1),
            object.members < limits.membersPerObject, name.utf8CodeUnitCount <= limits.stringBytes
        else { return false }
        position = position &+ name.utf8CodeUnitCount &+ 4
        object.members &+= 1
        object.separator = UInt8(ascii: ",")
        skipSpace()
        return true
    }

    /// Goes on with an object of which every member was asked for.
    ///
    /// - Returns: whether there are further members, to be asked for once more; `false` leaves the object behind.
    @inline(__always)
    mutating func continues(_ object: inout ObjectCursor) throws(JSONFault) -> Bool {
        if bytes[position] == UInt8(ascii: "}"), object.separator == UInt8(ascii: ","), !object.isAtValue {
            endContainer()
            return false
        }
        if object.members != object.membersBefore, !object.isAtValue {
            object.membersBefore = object.members
            return true
        }
        return try advance(&object)
    }

    /// Goes to the value of the next member, past one that nobody took.
    @inline(never)
    private mutating func advance(_ object: inout ObjectCursor) throws(JSONFault) -> Bool {
        if object.isAtValue {
            object.isAtValue = false
            try skipValue()
        }
        guard let key = try nextKey(in: &object) else { return false }
        object.key = key
        object.isAtValue = true
        object.membersBefore = object.members
        return true
    }
}
