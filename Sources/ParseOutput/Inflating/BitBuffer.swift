/// The next bits of a stream, taken from its bytes a word at a time.
///
/// It is apart from the bytes, so that a loop can hold both in registers, and go back by keeping a copy.
struct BitBuffer: Sendable {
    /// The next bits, the first in the lowest place; above ``count`` they are 0.
    private(set) var bits: UInt64 = 0

    /// How many bits there are.
    private(set) var count = 0

    /// How many of the bytes were taken.
    private(set) var index = 0

    /// Makes sure of 48 bits, or of all that the bytes have: enough for a length, a distance, and the extra bits of both.
    @inline(__always)
    mutating func refill(from bytes: borrowing Span<UInt8>) {
        guard count < 48 else { return }
        let index = index
        if index &+ 8 <= bytes.count {
            let taken = (63 &- count) &>> 3
            let word = Self.word(of: bytes, at: index) & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- taken &* 8))
            bits |= word &<< UInt64(truncatingIfNeeded: count)
            count &+= taken &* 8
            self.index = index &+ taken
        } else {
            refillAtTheEnd(from: bytes)
        }
    }

    /// Gives up bits that were looked at.
    @inline(__always)
    mutating func drop(_ number: Int) {
        bits &>>= UInt64(truncatingIfNeeded: number)
        count &-= number
    }

    /// The next bits, as a number; there may be fewer, which is for the caller to find out.
    @inline(__always)
    func peek(_ number: Int) -> Int {
        Int(truncatingIfNeeded: bits & ((1 &<< UInt64(truncatingIfNeeded: number)) &- 1))
    }

    /// Passes bytes of which no bit has been taken.
    mutating func passBytes(_ number: Int) {
        assert(count == 0)
        index += number
    }

    /// Counts the bytes anew, as those taken are given up.
    mutating func rebase() {
        index = 0
    }

    private mutating func refillAtTheEnd(from bytes: borrowing Span<UInt8>) {
        while count <= 56, index < bytes.count {
            bits |= UInt64(bytes[index]) &<< UInt64(truncatingIfNeeded: count)
            count += 8
            index += 1
        }
    }

    /// Eight bytes as a number; as it is clear that there are eight, the compiler makes one load of it.
    @inline(__always)
    private static func word(of bytes: borrowing Span<UInt8>, at index: Int) -> UInt64 {
        let eight = bytes.extracting(index..<index &+ 8)
        let low = UInt32(eight[0]) | UInt32(eight[1]) &<< 8 | UInt32(eight[2]) &<< 16 | UInt32(eight[3]) &<< 24
        let high = UInt32(eight[4]) | UInt32(eight[5]) &<< 8 | UInt32(eight[6]) &<< 16 | UInt32(eight[7]) &<< 24
        return UInt64(low) | UInt64(high) &<< 32
    }
}
