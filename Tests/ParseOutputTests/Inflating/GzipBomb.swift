@testable import ParseOutput

/// A stream of zeros, which expands as far as deflate goes: 258 bytes of two bits.
struct GzipBomb {
    let bytes: [UInt8]

    /// Makes a bomb.
    ///
    /// - Parameters:
    ///   - count: how many zeros it expands to.
    ///   - checksum: their checksum, which does not matter where nobody comes that far.
    init(of count: Int, checksum: UInt32 = 0) {
        let matches = (count - 1) / 258
        var lengths = [UInt8](repeating: 0, count: 286)
        lengths[0] = 2
        lengths[256] = 2
        lengths[285] = 1
        let literals = HuffmanCode(lengths)
        var writer = DeflateWriter(behind: GzipEncoder.header)
        writer.write(5, 3)
        writer.writeDescription(lengths, [1])
        writer.write(literals.codes[0])
        writer.writeZeros(2 * matches)
        for _ in 0..<(count - 1) % 258 { writer.write(literals.codes[0]) }
        writer.write(literals.codes[256])
        writer.align()
        bytes =
            writer.bytes + GzipEncoder.littleEndian(checksum)
            + GzipEncoder.littleEndian(UInt32(truncatingIfNeeded: count))
    }
}
