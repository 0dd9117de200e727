/// One of the three words that JSON knows.
enum JSONLiteral: Sendable {
    case null, `true`, `false`

    /// The literal that a byte begins, `nil` for none.
    init?(first byte: UInt8) {
        switch byte {
        case UInt8(ascii: "n"): self = .null
        case UInt8(ascii: "t"): self = .true
        case UInt8(ascii: "f"): self = .false
        default: return nil
        }
    }

    /// How many bytes it has.
    var count: Int { self == .false ? 5 : 4 }

    /// The byte at a place below `count`.
    subscript(index: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: packed &>> UInt64(index &* 8))
    }

    /// What an error says should have stood there.
    var expectation: String {
        switch self {
        case .null: "the literal null"
        case .true: "the literal true"
        case .false: "the literal false"
        }
    }

    /// The letters, the first in the lowest byte.
    var packed: UInt64 {
        switch self {
        case .null: 0x6C_6C_75_6E
        case .true: 0x65_75_72_74
        case .false: 0x65_73_6C_61_66
        }
    }
}
