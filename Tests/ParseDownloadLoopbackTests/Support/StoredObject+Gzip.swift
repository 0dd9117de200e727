extension StoredObject {
    /// The same content, stored as gzip that does not compress it.
    var compressed: StoredObject {
        var copy = self
        copy.coding = "gzip"
        copy.stored = Self.gzip(content)
        return copy
    }

    /// One member of stored blocks (RFC 1951, section 3.2.4).
    private static func gzip(_ content: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        for start in stride(from: 0, to: content.count, by: 10_000) {
            let block = content[start..<min(start + 10_000, content.count)]
            bytes.append(block.endIndex == content.count ? 1 : 0)
            bytes += littleEndian(UInt32(block.count) | ~UInt32(block.count) << 16)
            bytes += block
        }
        return bytes + littleEndian(checksum(content)) + littleEndian(UInt32(content.count))
    }

    /// The CRC-32 that ends a member, bit by bit.
    private static func checksum(_ content: [UInt8]) -> UInt32 {
        var checksum = UInt32.max
        for byte in content {
            checksum ^= UInt32(byte)
            for _ in 0..<8 { checksum = checksum & 1 == 0 ? checksum >> 1 : checksum >> 1 ^ 0xEDB8_8320 }
        }
        return ~checksum
    }

    private static func littleEndian(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
