/// Compact JSON in the making.
///
/// Nothing is checked: who appends knows the grammar.
struct JSONBytes {
    private(set) var bytes: [UInt8] = []

    var count: Int { bytes.count }

    mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ other: [UInt8]) {
        bytes.append(contentsOf: other)
    }

    /// Appends a part of other bytes, as a block's text is a part of its chunk's.
    mutating func append(_ range: Range<Int>, of other: JSONBytes) {
        other.bytes.withUnsafeBufferPointer { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
    }

    mutating func append(_ other: JSONBytes) {
        bytes.append(contentsOf: other.bytes)
    }

    mutating func append(byte: UInt8) {
        bytes.append(byte)
    }

    mutating func append(_ number: Int) {
        append(number, digits: 1)
    }

    /// Appends a number that is not negative, filled up with zeros in front.
    mutating func append(_ number: Int, digits: Int) {
        var rest = number
        var scale = 1
        var count = 1
        while rest >= 10 || count < digits {
            rest /= 10
            scale *= 10
            count += 1
        }
        rest = number
        while scale > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / scale))
            rest %= scale
            scale /= 10
        }
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }
}
