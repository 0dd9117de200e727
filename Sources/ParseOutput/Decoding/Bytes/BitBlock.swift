/// One bit for each of 128 bytes, in their order: where in them something stands.
///
/// No instruction that gathers one bit a lane can be reached from portable Swift. Instead, lane by lane, the answers of
/// eight blocks are put into the eight bits of one byte, and the square of bits is turned over its diagonal.
struct BitBlock {
    /// The bits of the first 64 bytes and of the last, the first byte's the lowest.
    var low: UInt64
    var high: UInt64

    /// How many bytes it is about.
    static let width = 128

    /// Asks a question of 128 bytes.
    ///
    /// - Parameters:
    ///   - bytes: the bytes.
    ///   - index: the first of the 128.
    ///   - matches: gives a lane of ones for each byte that the answer is yes for, and a lane of zeros for the others.
    @inline(__always)
    init(_ bytes: PaddedBytes, at index: Int, _ matches: (ByteBlock) -> ByteBlock) {
        var square = matches(bytes.block(at: index)) & ByteBlock(repeating: 1)
        square |= matches(bytes.block(at: index &+ 16)) & ByteBlock(repeating: 2)
        square |= matches(bytes.block(at: index &+ 32)) & ByteBlock(repeating: 4)
        square |= matches(bytes.block(at: index &+ 48)) & ByteBlock(repeating: 8)
        square |= matches(bytes.block(at: index &+ 64)) & ByteBlock(repeating: 16)
        square |= matches(bytes.block(at: index &+ 80)) & ByteBlock(repeating: 32)
        square |= matches(bytes.block(at: index &+ 96)) & ByteBlock(repeating: 64)
        square |= matches(bytes.block(at: index &+ 112)) & ByteBlock(repeating: 128)
        self.init(turning: square)
    }

    /// Takes the words as they are.
    @inline(__always)
    init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// Ones for so many bytes at the front, of at most 128.
    @inline(__always)
    static func first(_ count: Int) -> BitBlock {
        BitBlock(low: ones(min(count, 64)), high: ones(max(count &- 64, 0)))
    }

    @inline(__always)
    static func & (left: BitBlock, right: BitBlock) -> BitBlock {
        BitBlock(low: left.low & right.low, high: left.high & right.high)
    }

    @inline(__always)
    private static func ones(_ count: Int) -> UInt64 { count == 64 ? .max : (1 &<< UInt64(count)) &- 1 }

    /// Turns the square: bit `k` of lane `j` becomes bit `16 k + j` of the whole.
    ///
    /// Both halves of the lanes are squares of eight by eight bits, turned by swapping ever larger squares within them.
    @inline(__always)
    private init(turning square: ByteBlock) {
        var halves = square.halves
        halves = Self.swapped(halves, by: 7, 0x00AA_00AA_00AA_00AA)
        halves = Self.swapped(halves, by: 14, 0x0000_CCCC_0000_CCCC)
        halves = Self.swapped(halves, by: 28, 0x0000_0000_F0F0_F0F0)
        let lanes = ByteBlock(halves: halves)
        var ordered = ByteBlock()
        ordered.evenHalf = lanes.lowHalf
        ordered.oddHalf = lanes.highHalf
        let words = ordered.halves
        self.init(low: words[0].littleEndian, high: words[1].littleEndian)
    }

    @inline(__always)
    private static func swapped(_ halves: SIMD2<UInt64>, by distance: UInt64, _ mask: UInt64) -> SIMD2<UInt64> {
        let distance = SIMD2<UInt64>(repeating: distance)
        let difference = (halves ^ (halves &>> distance)) & SIMD2(repeating: mask)
        return halves ^ difference ^ (difference &<< distance)
    }
}
