/// A member's name in the form it is compared in: unescaped, packed into words, without an allocation.
///
/// Names longer than any the API has are counted, not kept: they equal none.
struct MemberKey: Sendable {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    private(set) var count = 0

    /// The longest name that is kept.
    static let capacity = 32

    /// Makes an empty name.
    init() {}

    /// Takes a name of at most seven bytes, the first in the lowest place and zeros behind the last.
    @inline(__always)
    init(word: UInt64, count: Int) {
        words.0 = word
        self.count = count
    }

    /// Takes a name that stands as it is in some bytes.
    init(_ bytes: PaddedBytes, _ range: Range<Int>) {
        count = range.count
        guard count <= Self.capacity else { return }
        func word(_ number: Int) -> UInt64 {
            let rest = count - number * 8
            guard rest > 0 else { return 0 }
            let word = bytes.word(at: range.lowerBound + number * 8)
            return rest >= 8 ? word : word & ((1 &<< UInt64(rest * 8)) &- 1)
        }
        words = (word(0), word(1), word(2), word(3))
    }

    mutating func append(_ byte: UInt8) {
        defer { count &+= 1 }
        guard count < Self.capacity else { return }
        let shifted = UInt64(byte) &<< UInt64((count & 7) &* 8)
        switch count &>> 3 {
        case 0: words.0 |= shifted
        case 1: words.1 |= shifted
        case 2: words.2 |= shifted
        default: words.3 |= shifted
        }
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        for byte in String(scalar).utf8 { append(byte) }
    }

    private subscript(index: Int) -> UInt8 {
        let word =
            switch index &>> 3 {
            case 0: words.0
            case 1: words.1
            case 2: words.2
            default: words.3
            }
        return UInt8(truncatingIfNeeded: word &>> UInt64((index & 7) &* 8))
    }
}

extension MemberKey {
    /// Lets a `switch` over a key name its cases in plain text.
    ///
    /// The text's words are known when this is compiled, so that a case costs one or two comparisons of words.
    @_transparent
    static func ~= (name: StaticString, key: MemberKey) -> Bool {
        let count = name.utf8CodeUnitCount
        guard key.count == count, key.words.0 == word(0, of: name) else { return false }
        guard count > 8 else { return true }
        guard key.words.1 == word(1, of: name) else { return false }
        guard count > 16 else { return true }
        return key.words.2 == word(2, of: name) && key.words.3 == word(3, of: name)
    }

    /// One of the words of a literal.
    @_transparent
    private static func word(_ number: Int, of name: StaticString) -> UInt64 {
        var word: UInt64 = 0
        for place in 0..<8 where number &* 8 &+ place < name.utf8CodeUnitCount {
            // Within the literal, whose length bounds the place.
            let byte = unsafe name.utf8Start[number &* 8 &+ place]
            word |= UInt64(byte) &<< UInt64(place &* 8)
        }
        return word
    }

    /// Whether a name stands in some bytes at an index, with its quotes and a colon behind it.
    @_transparent
    static func stands(_ name: StaticString, in bytes: PaddedBytes, at index: Int) -> Bool {
        var difference: UInt64 = 0
        for number in 0..<5 where number &* 8 < name.utf8CodeUnitCount &+ 3 {
            let rest = name.utf8CodeUnitCount &+ 3 &- number &* 8
            let mask: UInt64 = rest < 8 ? (1 &<< UInt64(rest &* 8)) &- 1 : .max
            difference |= (bytes.word(at: index &+ number &* 8) & mask) ^ written(number, name)
        }
        return difference == 0
    }

    /// One of the words of a literal in quotes, with a colon.
    @_transparent
    private static func written(_ number: Int, _ name: StaticString) -> UInt64 {
        var word: UInt64 = 0
        for place in 0..<8 {
            let index = number &* 8 &+ place
            let byte: UInt8
            if index == 0 || index == name.utf8CodeUnitCount &+ 1 {
                byte = UInt8(ascii: "\"")
            } else if index == name.utf8CodeUnitCount &+ 2 {
                byte = UInt8(ascii: ":")
            } else if index <= name.utf8CodeUnitCount {
                // Within the literal, whose length bounds the place.
                byte = unsafe name.utf8Start[index &- 1]
            } else {
                byte = 0
            }
            word |= UInt64(byte) &<< UInt64(place &* 8)
        }
        return word
    }

    /// The name as an error may show it: a plain word, or else `?`, since names can be data too.
    var display: String {
        guard (1...Self.capacity).contains(count) else { return "?" }
        var text = ""
        for index in 0..<count {
            let byte = self[index]
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                return "?"
            }
        }
        return text
    }
}
