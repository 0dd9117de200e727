/// The structure around tokens: objects, arrays, commas and colons.
extension SyntaxScanner {
    var endsWatchedValue: Bool {
        (expectation == .commaOrEnd || expectation == .nothing) && containers.count <= watchedDepth
    }

    /// Takes a byte that is no white space, outside every token.
    @inline(__always)
    mutating func take(_ byte: UInt8, at offset: Int64, index: inout Int) throws(JSONFault) -> Event? {
        switch expectation {
        case .document, .value:
            return try beginValue(byte, at: offset, index: &index)
        case .elementOrEnd:
            guard byte == UInt8(ascii: "]") else { return try beginValue(byte, at: offset, index: &index) }
            closeContainer()
        case .memberOrEnd where byte == UInt8(ascii: "}"):
            closeContainer()
        case .member, .memberOrEnd:
            guard byte == UInt8(ascii: "\"") else {
                let expected = expectation == .member ? "a member's name" : "a member's name or a closing brace"
                throw .unexpected(byte, at: offset, expected: expected)
            }
            try countMember(at: offset)
            tokenStart = offset
            string = StringScanner(collectingKey: containers.count == watchedDepth)
            token = .key
        case .colon:
            guard byte == UInt8(ascii: ":") else { throw .unexpected(byte, at: offset, expected: "a colon") }
            expectation = .value
        case .commaOrEnd:
            let isObject = containers.last?.isObject ?? false
            if byte == UInt8(ascii: ",") {
                expectation = isObject ? .member : .value
            } else if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                closeContainer()
            } else {
                let expected = isObject ? "a comma or a closing brace" : "a comma or a closing bracket"
                throw .unexpected(byte, at: offset, expected: expected)
            }
        case .nothing:
            throw .unexpected(byte, at: offset, expected: "nothing after the document")
        }
        index += 1
        return endsWatchedValue ? .valueEnds : nil
    }

    @inline(__always)
    private mutating func beginValue(
        _ byte: UInt8,
        at offset: Int64,
        index: inout Int
    ) throws(JSONFault) -> Event? {
        guard let kind = JSONKind(first: byte) else {
            throw .unexpected(byte, at: offset, expected: "a value")
        }
        if containers.count == watchedDepth, !isAnnounced {
            isAnnounced = true
            return .valueBegins(kind)
        }
        isAnnounced = false
        tokenStart = offset
        switch kind {
        case .object, .array:
            guard containers.count < limits.depth else {
                throw .limit("depth", of: Int64(limits.depth), exceededBy: "The nesting", at: offset)
            }
            containers.append(Container(isObject: kind == .object))
            expectation = kind == .object ? .memberOrEnd : .elementOrEnd
            index += 1
        case .string:
            string = StringScanner(collectingKey: false)
            token = .string
            index += 1
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
