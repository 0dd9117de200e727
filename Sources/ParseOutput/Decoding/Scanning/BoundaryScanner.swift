/// Finds where a value ends that arrives in pieces, and looks at nothing else: strings, escapes and brackets.
///
/// It keeps its state between calls and sees every byte once, 128 in a step. Whether the value is well-formed is for its
/// reader to tell; for one that is not, some end is found or none.
struct BoundaryScanner: Sendable {
    private let kind: Kind
    private var depth = 0

    /// All ones inside a string, all zeros outside.
    private var insideString: UInt64 = 0

    /// Whether the next byte belongs to a backslash.
    private var isEscaped = false

    /// How many bytes of the value were scanned.
    private(set) var scanned = 0

    private enum Kind {
        case container, string, scalar
    }

    /// Makes a scanner that stands at a value's first byte.
    init(first byte: UInt8) {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["): kind = .container
        case UInt8(ascii: "\""): kind = .string
        default: kind = .scalar
        }
    }

    /// Scans on.
    ///
    /// - Parameters:
    ///   - bytes: bytes among which the value lies.
    ///   - start: the index of the value's first byte.
    ///   - end: the index not to scan beyond.
    /// - Returns: the index behind the value, `nil` where it has not ended yet.
    mutating func scan(_ bytes: PaddedBytes, from start: Int, to end: Int) -> Int? {
        var index = start &+ scanned
        defer { scanned = index &- start }
        switch kind {
        case .container:
            while index < end {
                let isFar = usesVectors && end &- index >= Self.farDistance
                if isFar ? step(bytes, &index, end) : take(bytes[index], &index) { return index }
            }
        case .string:
            while index < end {
                if index == start {
                    index &+= 1
                } else if takeString(bytes, &index, end) {
                    return index
                }
            }
        case .scalar:
            while index < end {
                if Self.endsScalar(bytes[index]) { return index }
                index &+= 1
            }
        }
        return nil
    }

    /// From how many bytes on a step is worth more than single bytes.
    private static let farDistance = 32
}

// MARK: - Containers

extension BoundaryScanner {
    /// Takes up to 128 bytes.
    ///
    /// - Returns: whether the value ended, with `index` behind it.
    @inline(__always)
    private mutating func step(_ bytes: PaddedBytes, _ index: inout Int, _ end: Int) -> Bool {
        let count = min(end &- index, BitBlock.width)
        let valid = BitBlock.first(count)
        let quote = ByteBlock(repeating: UInt8(ascii: "\""))
        let backslash = ByteBlock(repeating: UInt8(ascii: "\\"))
        // One bit apart, an opening and a closing bracket each come in two forms.
        let form = ByteBlock(repeating: 0x20)
        let opening = ByteBlock(repeating: UInt8(ascii: "{"))
        let closing = ByteBlock(repeating: UInt8(ascii: "}"))
        var quotes = BitBlock(bytes, at: index) { $0.equals(quote) } & valid
        let brackets =
            BitBlock(bytes, at: index) { block in
                let lowered = block | form
                return lowered.equals(opening) | lowered.equals(closing)
            } & valid
        let backslashes = BitBlock(bytes, at: index) { $0.equals(backslash) } & valid
        if isEscaped || backslashes.low | backslashes.high != 0 {
            quotes.low &= ~escaped(backslashes.low, count: min(count, 64))
            if count > 64 { quotes.high &= ~escaped(backslashes.high, count: count &- 64) }
        }
        if take(brackets.low & ~strings(quotes.low), bytes, &index) { return true }
        if count > 64 {
            index &+= 64
            if take(brackets.high & ~strings(quotes.high), bytes, &index) { return true }
            index &+= count &- 64
        } else {
            index &+= count
        }
        return false
    }

    /// The bits of the bytes that belong to a backslash before them.
    @inline(__always)
    private mutating func escaped(_ backslashes: UInt64, count: Int) -> UInt64 {
        var escaped: UInt64 = isEscaped ? 1 : 0
        var rest = backslashes & ~escaped
        while rest != 0 {
            let bit = rest & (0 &- rest)
            escaped |= bit &<< 1
            rest &= ~(bit | bit &<< 1)
        }
        let last: UInt64 = 1 &<< UInt64(count &- 1)
        isEscaped = backslashes & last & ~escaped != 0
        return escaped
    }

    /// The bits of the bytes inside strings, opening quotes included.
    @inline(__always)
    private mutating func strings(_ quotes: UInt64) -> UInt64 {
        var bits = quotes
        bits ^= bits &<< 1
        bits ^= bits &<< 2
        bits ^= bits &<< 4
        bits ^= bits &<< 8
        bits ^= bits &<< 16
        bits ^= bits &<< 32
        bits ^= insideString
        insideString = UInt64(bitPattern: Int64(bitPattern: bits) &>> 63)
        return bits
    }

    /// Takes the brackets of 64 bytes.
    @inline(__always)
    private mutating func take(_ brackets: UInt64, _ bytes: PaddedBytes, _ index: inout Int) -> Bool {
        var rest = brackets
        while rest != 0 {
            let place = index &+ rest.trailingZeroBitCount
            rest &= rest &- 1
            // In both forms the second bit tells an opening bracket.
            depth &+= Int(bytes[place] & 2) &- 1
            if depth == 0 {
                index = place &+ 1
                return true
            }
        }
        return false
    }

    /// Takes a single byte of a container, to the same effect as in a step, also where a backslash stands outside strings.
    private mutating func take(_ byte: UInt8, _ index: inout Int) -> Bool {
        index &+= 1
        let isCharacter = isEscaped
        isEscaped = false
        switch byte {
        case UInt8(ascii: "\""): if !isCharacter { insideString = ~insideString }
        case UInt8(ascii: "\\"): isEscaped = !isCharacter
        case UInt8(ascii: "{"), UInt8(ascii: "["): if insideString == 0 { depth &+= 1 }
        case UInt8(ascii: "}"), UInt8(ascii: "]"): if insideString == 0 { depth &-= 1 }
        default: return false
        }
        return depth == 0 && insideString == 0
    }
}

// MARK: - Strings and scalars

extension BoundaryScanner {
    /// Takes a string's characters up to an escape, its end or the end of the bytes.
    private mutating func takeString(_ bytes: PaddedBytes, _ index: inout Int, _ end: Int) -> Bool {
        if isEscaped {
            isEscaped = false
            index &+= 1
            return false
        }
        index = min(bytes.endOfRun(from: index), end)
        guard index < end else { return false }
        let stop = bytes[index]
        isEscaped = stop == UInt8(ascii: "\\")
        index &+= 1
        return stop == UInt8(ascii: "\"")
    }

    private static func endsScalar(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: "\""),
            UInt8(ascii: "{"), UInt8(ascii: "["), 0...0x20:
            true
        default: false
        }
    }
}
