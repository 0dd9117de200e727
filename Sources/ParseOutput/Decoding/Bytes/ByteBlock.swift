/// Sixteen bytes that are looked at in one step.
///
/// Every comparison is of a vector with a vector: Swift compiles that to one or two instructions, and a comparison with
/// a scalar to a loop over the lanes.
typealias ByteBlock = SIMD16<UInt8>

/// Whether blocks are quicker than words: where nothing is optimised, each of their operations is a call for every lane.
@inline(__always)
var usesVectors: Bool {
    #if DEBUG
        false
    #else
        true
    #endif
}

extension ByteBlock {
    /// Lanes of ones where a byte equals another's, lanes of zeros elsewhere.
    @inline(__always)
    func equals(_ other: ByteBlock) -> ByteBlock { Self.lanes(self .== other) }

    /// Lanes of ones where a byte is at least another, lanes of zeros elsewhere.
    @inline(__always)
    func isAtLeast(_ other: ByteBlock) -> ByteBlock { Self.lanes(self .>= other) }

    /// Lanes of ones where a byte is below another, lanes of zeros elsewhere.
    @inline(__always)
    func isBelow(_ other: ByteBlock) -> ByteBlock { Self.lanes(self .< other) }

    /// Lanes of ones where a byte, taken as a signed one, is below another, lanes of zeros elsewhere.
    @inline(__always)
    func isBelow(signed other: SIMD16<Int8>) -> ByteBlock {
        // Both types have sixteen lanes of eight bits. The conversion that the standard library has is a call.
        Self.lanes(unsafe unsafeBitCast(self, to: SIMD16<Int8>.self) .< other)
    }

    /// Whether any bit is set.
    @inline(__always)
    var hasAny: Bool {
        let halves = halves
        return halves[0] | halves[1] != 0
    }

    /// The index of the first lane that is not zero, of which there must be one.
    @inline(__always)
    var firstSet: Int {
        let halves = halves
        return halves[0] != 0
            ? halves[0].littleEndian.trailingZeroBitCount &>> 3
            : 8 &+ halves[1].littleEndian.trailingZeroBitCount &>> 3
    }

    /// The lanes as two words.
    ///
    /// Both types have sixteen bytes, and every bit pattern is a value of each.
    @inline(__always)
    var halves: SIMD2<UInt64> { unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self) }

    /// The lanes of two words.
    @inline(__always)
    init(halves: SIMD2<UInt64>) {
        self = unsafe unsafeBitCast(halves, to: ByteBlock.self)
    }

    /// A mask's lanes.
    ///
    /// A mask is stored as one signed byte a lane, all ones or all zeros.
    @inline(__always)
    private static func lanes(_ mask: SIMDMask<SIMD16<Int8>>) -> ByteBlock {
        unsafe unsafeBitCast(mask, to: ByteBlock.self)
    }
}
