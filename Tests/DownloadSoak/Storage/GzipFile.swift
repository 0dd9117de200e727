/// The plainest gzip file: blocks of bytes as they are, so that every stored byte has a known place in the document.
enum GzipFile {
    private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    private static let blockHeader = 5

    static func made(of content: [UInt8], block: Int) -> [UInt8] {
        var file = header
        file.reserveCapacity(content.count + 5 * (content.count / block + 1) + 18)
        var rest = content[...]
        repeat {
            let piece = rest.prefix(block)
            rest = rest.dropFirst(block)
            let count = UInt16(piece.count)
            file.append(rest.isEmpty ? 1 : 0)
            file += littleEndian(UInt32(count) | UInt32(~count) << 16)
            file += piece
        } while !rest.isEmpty
        file += littleEndian(checksum(content))
        file += littleEndian(UInt32(truncatingIfNeeded: content.count))
        return file
    }

    /// How many bytes of the document stand in the first bytes of its file.
    static func contentCount(inFirst stored: Int, of count: Int, block: Int) -> Int {
        let past = max(0, stored - header.count)
        let (blocks, rest) = past.quotientAndRemainder(dividingBy: block + blockHeader)
        return min(count, blocks * block + max(0, rest - blockHeader))
    }

    private static func littleEndian(_ value: UInt32) -> [UInt8] {
        [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
    }
}
