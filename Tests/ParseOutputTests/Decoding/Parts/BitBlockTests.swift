import Testing

@testable import ParseOutput

/// The square of bits that is turned: every byte's answer must come to the byte's own bit.
@Suite("One bit for each of 128 bytes")
struct BitBlockTests {
    @Test("Every single bit comes to its place, from every start")
    func singleBits() {
        for start in [0, 1, 15, 16, 31] where usesVectors || start < 2 {
            for bit in 0..<BitBlock.width {
                var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: start + BitBlock.width)
                bytes[start + bit] = UInt8(ascii: "\"")
                let block = Self.quotes(in: bytes, at: start)
                #expect(block.low == (bit < 64 ? 1 << UInt64(bit) : 0), "bit \(bit)")
                #expect(block.high == (bit < 64 ? 0 : 1 << UInt64(bit - 64)), "bit \(bit)")
            }
        }
    }

    @Test("Random answers come to their places", arguments: 0..<20)
    func random(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed))
        for _ in 0..<(usesVectors ? 100 : 3) {
            let (low, high) = (generator.next() & generator.next(), generator.next() | generator.next())
            let bytes = (0..<BitBlock.width).map { bit in
                (bit < 64 ? low >> UInt64(bit) : high >> UInt64(bit - 64)) & 1 == 1 ? UInt8(ascii: "\"") : 0x80
            }
            let block = Self.quotes(in: bytes, at: 0)
            #expect(block.low == low && block.high == high)
        }
    }

    @Test("None and all are told apart")
    func extremes() {
        let none = Self.quotes(in: [UInt8](repeating: 0, count: 128), at: 0)
        #expect(none.low == 0 && none.high == 0)
        let all = Self.quotes(in: [UInt8](repeating: 0x22, count: 128), at: 0)
        #expect(all.low == .max && all.high == .max)
        // Behind the end of the bytes there is no answer yes.
        let cut = Self.quotes(in: [UInt8](repeating: 0x22, count: 70), at: 3)
        #expect(cut.low == .max && cut.high == 0b111)
    }

    @Test("The first so many bits are set, and the common ones of two blocks are kept")
    func masks() {
        for count in 0...BitBlock.width {
            let first = BitBlock.first(count)
            #expect(first.low.nonzeroBitCount + first.high.nonzeroBitCount == count)
            #expect((~first.low).trailingZeroBitCount == min(count, 64))
            #expect((~first.high).trailingZeroBitCount == max(count - 64, 0))
        }
        let both = BitBlock(low: 0b1100, high: .max) & BitBlock(low: 0b1010, high: 5)
        #expect(both.low == 0b1000 && both.high == 5)
    }

    @Test("So many lanes at the front and at the end are ones, and the first that is set is found")
    func lanes() {
        for count in 0...16 {
            let (first, last) = (ByteBlock.first(count), ByteBlock.last(count))
            for lane in 0..<16 {
                #expect(first[lane] == (lane < count ? 0xFF : 0))
                #expect(last[lane] == (lane >= 16 - count ? 0xFF : 0))
            }
            #expect(first.hasAny == (count > 0) && last.hasAny == (count > 0))
            if count > 0 { #expect(first.firstSet == 0 && last.firstSet == 16 - count) }
        }
    }

    private static func quotes(in bytes: [UInt8], at index: Int) -> BitBlock {
        InputBuffer(bytes, at: 0).withBytes { padded in
            BitBlock(padded, at: index) { $0.equals(ByteBlock(repeating: 0x22)) }
        }
    }
}
