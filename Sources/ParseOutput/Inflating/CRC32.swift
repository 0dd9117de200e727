/// The checksum of gzip (RFC 1952, section 8).
struct CRC32: Sendable, Hashable {
    private var state: UInt32 = .max

    /// The checksum of the bytes so far.
    var value: UInt32 { ~state }

    /// Adds a byte.
    mutating func add(_ byte: UInt8) {
        state = Self.tables[Int(UInt8(truncatingIfNeeded: state) ^ byte)] ^ state >> 8
    }

    /// Adds bytes, eight at a time.
    mutating func add(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
        let tables = Self.tables
        var state = state
        var index = range.lowerBound
        while range.upperBound &- index >= 8 {
            let eight = bytes.extracting(index..<index &+ 8)
            let low =
                state
                ^ (UInt32(eight[0]) | UInt32(eight[1]) &<< 8 | UInt32(eight[2]) &<< 16 | UInt32(eight[3]) &<< 24)
            state = tables[1792 &+ Int(low & 0xFF)] ^ tables[1536 &+ Int(low &>> 8 & 0xFF)]
            state ^= tables[1280 &+ Int(low &>> 16 & 0xFF)] ^ tables[1024 &+ Int(low &>> 24)]
            state ^= tables[768 &+ Int(eight[4])] ^ tables[512 &+ Int(eight[5])]
            state ^= tables[256 &+ Int(eight[6])] ^ tables[Int(eight[7])]
            index &+= 8
        }
        while index < range.upperBound {
            state = tables[Int(UInt8(truncatingIfNeeded: state) ^ bytes[index])] ^ state &>> 8
            index &+= 1
        }
        self.state = state
    }

    /// What a byte does to the checksum when 0 to 7 others follow it: eight tables, one behind the other.
    private static let tables: [UInt32] = {
        var tables = (0..<256).map { index in
            (0..<8).reduce(UInt32(index)) { state, _ in state >> 1 ^ (state & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        for index in 256..<2048 {
            let before = tables[index - 256]
            tables.append(tables[Int(before & 0xFF)] ^ before >> 8)
        }
        return tables
    }()
}
