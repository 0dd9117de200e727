/// The structure around tokens: objects, arrays, commas and colons.
extension SyntaxScanner {
    var endsWatchedValue: Bool {
        (expectation == .commaOrEnd || expectation == .nothing) && containers.count <= watchedDepth
    }

    /// Takes what begins with a byte that is no white space, outside every token.
    @inline(__always)
    mutating func take(
        _ bytes: PaddedBytes,
        _ index: inout Int,
        to end: Int,
        base: Int64
    ) throws(JSONFault) -> Event? {
        let byte = bytes[index]
        switch expectation {
        case .document, .value:
            return try beginValue(bytes, &index, to: end, base: base)
        case .elementOrEnd:
            guard byte == UInt8(ascii: "]") else { return try beginValue(bytes, &index, to: end, base: base) }
            closeContainer()
        case .memberOrEnd where byte == UInt8(ascii: "}"):
            closeContainer()
        case .member, .memberOrEnd:
            try beginMember(bytes, &index, to: end, base: base)
            return nil
        case .colon:
            guard byte == UInt8(ascii: ":") else {
                throw .unexpected(byte, at: base + Int64(index), expected: "a colon")
            }
            expectation = .value
        case .commaOrEnd:
            let isObject = containers.last?.isObject ?? false
            if byte == UInt8(ascii: ",") {
                expectation = isObject ? .member : .value
            } else if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                closeContainer()
            } else {
                let expected = isObject ? "a comma or a closing brace" : "a comma or a closing bracket"
                throw .unexpected(byte, at: base + Int64(index), expected: expected)
            }
        case .nothing:
            throw .unexpected(byte, at: base + Int64(index), expected: "nothing after the document")
        }
        index &+= 1
        return endsWatchedValue ? .valueEnds : nil
    }

    @inline(__always)
    private mutating func beginValue(
        _ bytes: PaddedBytes,
        _ index: inout Int,
        to end: Int,
        base: Int64
    ) throws(JSONFault) -> Event? {
        let byte = bytes[index]
        guard let kind = JSONKind(first: byte) else {
            throw .unexpected(byte, at: base + Int64(index), expected: "a value")
        }
        if containers.count == watchedDepth, !isAnnounced {
            isAnnounced = true
            return .valueBegins(kind)
        }
        isAnnounced = false
        if let behind = endOfValue(kind, bytes, index, base), behind < end, isWithinLimit(kind, behind - index) {
            index = behind
            expectation = containers.isEmpty ? .nothing : .commaOrEnd
            return endsWatchedValue ? .valueEnds : nil
        }
        tokenStart = base + Int64(index)
        switch kind {
        case .object, .array:
            guard containers.count < limits.depth else {
                throw .limit("depth", of: Int64(limits.depth), exceededBy: "The nesting", at: tokenStart)
            }
            containers.append(Container(isObject: kind == .object))
            expectation = kind == .object ? .memberOrEnd : .elementOrEnd
            index &+= 1
        case .string:
            string = StringScanner(collectingKey: false)
            token = .string
            index &+= 1
        case .number:
            number = NumberScanner()
            token = .number
        case .boolean, .null:
            guard let word = JSONLiteral(first: byte) else { break }
            literal = LiteralScanner(word)
            token = .literal
        }
        return nil
    }

    @inline(__always)
    private mutating func beginMember(
        _ bytes: PaddedBytes,
        _ index: inout Int,
        to end: Int,
        base: Int64
    ) throws(JSONFault) {
        let offset = base + Int64(index)
        guard bytes[index] == UInt8(ascii: "\"") else {
            let expected = expectation == .member ? "a member's name" : "a member's name or a closing brace"
            throw .unexpected(bytes[index], at: offset, expected: expected)
        }
        try countMember(at: offset)
        let isWatched = containers.count == watchedDepth
        if let behind = isWatched ? bytes.endOfPlainString(at: index) : bytes.endOfString(at: index), behind < end,
            isWithinLimit(.string, behind - index)
        {
            if isWatched { key = MemberKey(bytes, index + 1..<behind - 1) }
            index = behind
            expectation = .colon
            return
        }
        tokenStart = offset
        string = StringScanner(collectingKey: isWatched)
        token = .key
        index &+= 1
    }

    /// The index behind a value that lies whole among the bytes and, if it is a container, is neither walked into nor
    /// long.
    ///
    /// A container that turns out to be longer, or not to have arrived whole, was looked at in vain. Those within it may
    /// be looked at too, but not again and again, as many shells around one another would ask for.
    @inline(__always)
    private mutating func endOfValue(_ kind: JSONKind, _ bytes: PaddedBytes, _ index: Int, _ base: Int64) -> Int? {
        guard kind == .object || kind == .array else { return bytes.endOfToken(kind, at: index) }
        guard !isLimited, containers.count >= watchedDepth else { return nil }
        let isNew = base + Int64(index) >= lookedUpTo
        guard isNew || vainLooks < Self.mostVainLooks else { return nil }
        let limit = min(bytes.count, index + Self.containerLength)
        let end = bytes.endOfContainer(at: index, before: limit, depth: limits.depth - containers.count)
        guard end == nil else { return end }
        vainLooks = isNew ? 1 : vainLooks + 1
        if isNew { lookedUpTo = base + Int64(limit) }
        return nil
    }

    /// How often the same bytes may be looked at in vain: a chunk, its list of blocks and a block are three.
    private static let mostVainLooks = 4

    /// How long a container may be to be looked at as a whole.
    private static let containerLength = 2 << 10

    /// Whether a string, quotes included, or a number may be as long as it is.
    @inline(__always)
    private func isWithinLimit(_ kind: JSONKind, _ count: Int) -> Bool {
        !isLimited || count <= (kind == .number ? limits.numberBytes : limits.stringBytes + 2)
    }

    @inline(__always)
    private mutating func closeContainer() {
        containers.removeLast()
        expectation = containers.isEmpty ? .nothing : .commaOrEnd
    }

    @inline(__always)
    private mutating func countMember(at offset: Int64) throws(JSONFault) {
        let top = containers.count - 1
        containers[top].members += 1
        guard isLimited, containers[top].members > limits.membersPerObject else { return }
        let limit = Int64(limits.membersPerObject)
        throw .limit("membersPerObject", of: limit, exceededBy: "The number of an object's members", at: offset)
    }
}
