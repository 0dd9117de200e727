/// What no decoder can exceed: every byte is read and added up, and none is understood.
struct BytesCase: BenchmarkCase {
    let name = "bytes"
    let summary = "reads and adds up the bytes, the ceiling"
    let isBaseline = true

    func run(on input: DocumentInput, first: inout FirstElement) throws -> Tally {
        var sum: UInt64 = 0
        try input.forEachPiece { piece in
            sum &+= piece.withUnsafeBytes(Self.sum)
        }
        return Tally(byteSum: sum)
    }

    /// Adds up words of bytes, the odd and the even ones apart, so that their sums fit and vectors do the work.
    private static func sum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var lanes = SIMD8<UInt64>.zero
        let low = SIMD8<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)
        let whole = bytes.count & ~63
        for offset in stride(from: 0, to: whole, by: 64) {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
            lanes &+= (word & low) &+ ((word &>> 8) & low)
        }
        return bytes[whole...].reduce(lanes.wrappedSum()) { $0 &+ UInt64($1) }
    }
}
