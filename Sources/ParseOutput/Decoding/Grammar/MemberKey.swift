/// A member's name in the form it is compared in: unescaped, packed into words, without an allocation.
///
/// Names longer than any the API has are counted, not kept: they equal none.
struct MemberKey: Sendable {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    private(set) var count = 0

    /// The longest name that is kept.
    static let capacity = 32

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
    static func ~= (name: StaticString, key: MemberKey) -> Bool {
        guard name.utf8CodeUnitCount == key.count, key.count <= capacity else { return false }
        return name.withUTF8Buffer { text in
            for index in 0..<key.count where unsafe text[index] != key[index] { return false }
            return true
        }
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
