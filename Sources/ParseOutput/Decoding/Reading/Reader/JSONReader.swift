/// Reads one JSON value straight from the bytes that hold it, member by member, as strictly as RFC 8259.
///
/// Whoever reads asks for what it expects, in the order of the bytes; what does not come as asked is a fault with its
/// offset. A fault is that of the first byte that cannot be right, so that it is the same however few bytes follow it;
/// where none is wrong and the value has not ended, the fault is `truncated`. Objects are read like this:
///
///     var cursor = try reader.beginObject()
///     repeat {
///         if reader.takes("x", in: &cursor) { x = try reader.readDouble() }
///         if reader.takes("y", in: &cursor) { y = try reader.readDouble() }
///     } while try reader.continues(&cursor)
///
/// Between calls the position is that of a value's first byte or the one behind its last.
struct JSONReader {
    /// The bytes read from; the value must end before theirs do.
    let bytes: PaddedBytes

    /// The index of the next byte.
    var position: Int

    /// The offset in the document of the first of all bytes.
    let base: Int64

    /// What is taken of a string, a number, an object and nesting.
    let limits: DecodingLimits

    /// The number of containers around the next value.
    var depth: Int

    /// What is kept from one value to the next.
    var memory: ReaderMemory

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - bytes: the bytes to read from.
    ///   - position: the index of the value's first byte, or of white space before it.
    ///   - base: the offset in the document of the first of all bytes.
    ///   - depth: the number of containers around the value.
    ///   - limits: what is taken; already sanitized.
    ///   - memory: what was kept from the values before, to be taken back afterwards.
    init(
        _ bytes: PaddedBytes,
        at position: Int = 0,
        base: Int64 = 0,
        depth: Int = 0,
        limits: DecodingLimits,
        memory: consuming ReaderMemory = ReaderMemory()
    ) {
        self.bytes = bytes
        self.position = position
        self.base = base
        self.depth = depth
        self.limits = limits
        self.memory = memory
    }

    /// The index behind the last byte.
    var end: Int { bytes.count }

    /// The offset in the document of an index.
    func offset(of index: Int) -> Int64 { base + Int64(index) }
}

// MARK: - Between values

extension JSONReader {
    /// Passes white space.
    @inline(__always)
    mutating func skipSpace() {
        if bytes[position] <= 0x20 { skipRunOfSpace() }
    }

    private mutating func skipRunOfSpace() {
        while true {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position &+= 1
            default: return
            }
        }
    }

    /// The type of the value at the position.
    func peekKind() throws(JSONFault) -> JSONKind {
        guard let kind = JSONKind(first: bytes[position]) else { throw unexpected("a value") }
        return kind
    }

    /// Makes sure that only white space is left.
    mutating func finish() throws(JSONFault) {
        skipSpace()
        guard position >= end else { throw unexpected("nothing after the document") }
    }
}

// MARK: - Faults

extension JSONReader {
    /// The fault of bytes that end too early.
    var truncated: JSONFault { JSONFault(.truncated, at: offset(of: end), "The bytes end inside a value.") }

    /// The fault of the byte at the position, which cannot stand there; or of there being none.
    @inline(never)
    func unexpected(_ expected: String) -> JSONFault {
        guard position < end else { return truncated }
        return .unexpected(bytes[position], at: offset(of: position), expected: expected)
    }

    /// The fault of the value at the position, which is of another type: the value's own, if it is not even well-formed.
    @inline(never)
    mutating func mismatch(_ expected: JSONKind) -> JSONFault {
        let start = offset(of: position)
        do throws(JSONFault) {
            let found = try peekKind()
            try skipValue()
            return unlessMalformed(.typeMismatch(expected: expected.name, found: found, at: start))
        } catch {
            return error
        }
    }

    /// A fault of the value before the position, unless what follows it shows that it is not even well-formed.
    mutating func unlessMalformed(_ fault: JSONFault) -> JSONFault {
        skipSpace()
        switch bytes[position] {
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"): return fault
        default: return unexpected("a comma or a closing bracket or brace")
        }
    }

    /// The fault of an object without a member it cannot do without.
    func missing(_ member: StaticString, of object: ObjectCursor) -> JSONFault {
        JSONFault(.missingMember, at: offset(of: object.start), "The object has no member '\(member)'.")
    }
}
