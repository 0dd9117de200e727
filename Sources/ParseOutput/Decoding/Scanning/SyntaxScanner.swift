/// Checks a stream of JSON byte by byte against RFC 8259, and stops where a value of interest begins or ends.
///
/// It keeps its whole state between calls, so that any cut of the same bytes gives the same events and faults, and it
/// keeps no bytes. Values at ``watchedDepth`` are announced; what is nested deeper passes in one go.
struct SyntaxScanner: Sendable {
    /// What a call came upon.
    enum Event {
        /// A value of the given type begins at `position`; its first byte has not been taken yet.
        case valueBegins(JSONKind)

        /// The value announced last, or the container around it, ended before `position`.
        case valueEnds
    }

    /// The offset in the document of the next byte to take.
    private(set) var position: Int64 = 0

    /// The number of containers around the values to announce.
    var watchedDepth = 0

    /// Whether the limits on strings, numbers and members apply: what is skipped costs no memory.
    var isLimited = false

    /// The name of the member at `watchedDepth` that was read last.
    private(set) var key = MemberKey()

    /// Whether the document's value is complete.
    var isComplete: Bool { expectation == .nothing }

    /// The number of containers that are open.
    var depth: Int { containers.count }

    /// Whether a watched value must come next and has not been announced.
    var isBeforeWatchedValue: Bool {
        containers.count == watchedDepth && token == .none && !isAnnounced
            && (expectation == .value || expectation == .elementOrEnd || expectation == .colon)
    }

    private let limits: DecodingLimits
    private var expectation = Expectation.document
    private var token = Token.none
    private var tokenStart: Int64 = 0
    private var string = StringScanner(collectingKey: false)
    private var number = NumberScanner()
    private var literal = LiteralScanner(.null)
    private var isAnnounced = false
    private var containers: [Container] = []

    private enum Expectation {
        case document, value, elementOrEnd, member, memberOrEnd, colon, commaOrEnd, nothing
    }

    private enum Token {
        case none, key, string, number, literal
    }

    private struct Container {
        let isObject: Bool
        var members = 0
    }

    init(limits: DecodingLimits) {
        self.limits = limits
    }

    /// Takes bytes up to the next event.
    ///
    /// - Parameters:
    ///   - bytes: bytes of the document, among them all from `position` on that have arrived.
    ///   - base: the offset in the document of the first of them.
    ///   - stop: the offset not to go beyond.
    /// - Returns: the event, `nil` once all bytes before `stop` are taken.
    mutating func advance(
        _ bytes: Span<UInt8>,
        base: Int64,
        stop: Int64
    ) throws(JSONFault) -> Event? {
        var index = Int(position - base)
        let end = min(bytes.count, Int(stop - base))
        defer { position = base + Int64(index) }
        while index < end {
            if token == .none {
                let byte = bytes[index]
                if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                    index += 1
                } else if let event = try take(byte, at: base + Int64(index), index: &index) {
                    return event
                }
            } else if try proceed(bytes, from: &index, to: end, base: base), endsWatchedValue {
                return .valueEnds
            }
        }
        return nil
    }
}

// MARK: - Structure

extension SyntaxScanner {
    private var endsWatchedValue: Bool {
        (expectation == .commaOrEnd || expectation == .nothing) && containers.count <= watchedDepth
    }

    /// Takes a byte that is no white space, outside every token.
    private mutating func take(_ byte: UInt8, at offset: Int64, index: inout Int) throws(JSONFault) -> Event? {
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

    private mutating func closeContainer() {
        containers.removeLast()
        expectation = containers.isEmpty ? .nothing : .commaOrEnd
    }

    private mutating func countMember(at offset: Int64) throws(JSONFault) {
        let top = containers.count - 1
        containers[top].members += 1
        guard isLimited, containers[top].members > limits.membersPerObject else { return }
        let limit = Int64(limits.membersPerObject)
        throw .limit("membersPerObject", of: limit, exceededBy: "The number of an object's members", at: offset)
    }
}

// MARK: - Tokens

extension SyntaxScanner {
    /// Goes on with the token under way.
    ///
    /// - Returns: whether it ended.
    private mutating func proceed(
        _ bytes: Span<UInt8>,
        from index: inout Int,
        to end: Int,
        base: Int64
    ) throws(JSONFault) -> Bool {
        let limit = tokenLimit
        let end = min(end, limit.map { Int($0 - base) } ?? end)
        let hasEnded =
            switch token {
            case .none: true
            case .key, .string: try string.scan(bytes, from: &index, to: end, base: base)
            case .number: try number.scan(bytes, from: &index, to: end, base: base)
            case .literal: try literal.scan(bytes, from: &index, to: end, base: base)
            }
        if hasEnded {
            endToken()
        } else if let limit, base + Int64(index) == limit {
            throw tokenFault(at: limit - 1)
        }
        return hasEnded
    }

    private mutating func endToken() {
        if token == .key {
            if let name = string.key { key = name }
            expectation = .colon
        } else {
            expectation = containers.isEmpty ? .nothing : .commaOrEnd
        }
        token = .none
    }

    /// The offset that the token under way must have ended before.
    ///
    /// One byte more than the limit is looked at, as only the byte behind tells that a token is not longer.
    private var tokenLimit: Int64? {
        guard isLimited else { return nil }
        switch token {
        case .none, .literal: return nil
        case .key, .string: return tokenStart + Int64(limits.stringBytes) + 2
        case .number: return tokenStart + Int64(limits.numberBytes) + 1
        }
    }

    private func tokenFault(at offset: Int64) -> JSONFault {
        if token == .number {
            return .limit("numberBytes", of: Int64(limits.numberBytes), exceededBy: "A number", at: offset)
        }
        return .limit("stringBytes", of: Int64(limits.stringBytes), exceededBy: "A string", at: offset)
    }
}
