/// Where the decoder stands in a member's header (RFC 1952, section 2.3).
///
/// What the header says of a file's name and time is passed, as nobody asks for it.
struct GzipHeader: Sendable {
    private enum Field: Int {
        case magic, method, flags, fixed, extraLength, extra, name, comment, checksum

        /// The fields that only some headers have, in their order; the extra ones begin with their length.
        static let optional: [Field] = [.extraLength, .name, .comment, .checksum]

        /// The flag that announces an optional field.
        var flag: UInt8 {
            switch self {
            case .extraLength: 1 << 2
            case .name: 1 << 3
            case .comment: 1 << 4
            case .checksum: 1 << 1
            default: 0
            }
        }
    }

    /// The field under way, and how many of its bytes have been read.
    private var field = Field.magic
    private var count = 0

    private var flags: UInt8 = 0
    private var extraLength = 0
    private var checksum = CRC32()
    private var statedChecksum = 0

    /// What every member begins with.
    static let firstByte: UInt8 = 0x1F

    private static let reservedFlags: UInt8 = 0xE0

    /// Reads on.
    ///
    /// - Returns: whether the header has ended.
    /// - Throws: the first fault of the header.
    mutating func read(_ reader: inout BitReader) throws(GzipFault) -> Bool {
        while true {
            let offset = reader.position
            guard let byte = reader.take(8) else { return false }
            if try take(UInt8(truncatingIfNeeded: byte), at: offset) { return true }
        }
    }

    private mutating func take(_ byte: UInt8, at offset: Int64) throws(GzipFault) -> Bool {
        if field != .checksum { checksum.add(byte) }
        count += 1
        switch field {
        case .magic:
            guard byte == (count == 1 ? Self.firstByte : 0x8B) else { throw GzipFault(.notGzip, at: offset) }
            if count == 2 { go(to: .method) }
        case .method:
            guard byte == 8 else { throw GzipFault(.unknownMethod, at: offset) }
            go(to: .flags)
        case .flags:
            guard byte & Self.reservedFlags == 0 else { throw GzipFault(.reservedFlags, at: offset) }
            flags = byte
            go(to: .fixed)
        case .fixed:
            // The time, the level and the system.
            return count == 6 && goToNextOptional(from: .extraLength)
        case .extraLength:
            extraLength |= Int(byte) << (8 * (count - 1))
            if count == 2 {
                if extraLength == 0 { return goToNextOptional(from: .name) }
                go(to: .extra)
            }
        case .extra:
            return count == extraLength && goToNextOptional(from: .name)
        case .name, .comment:
            if byte == 0 { return goToNextOptional(from: field == .name ? .comment : .checksum) }
            guard count <= InflateLimits.headerText else { throw GzipFault(.headerTooLong, at: offset) }
        case .checksum:
            statedChecksum |= Int(byte) << (8 * (count - 1))
            guard count == 2 else { return false }
            guard statedChecksum == Int(checksum.value & 0xFFFF) else {
                throw GzipFault(.headerChecksum, at: offset - 1)
            }
            return true
        }
        return false
    }

    private mutating func go(to field: Field) {
        self.field = field
        count = 0
    }

    /// Goes on to the first field from one on that the flags announce.
    ///
    /// - Returns: whether there is none, so that the header has ended.
    private mutating func goToNextOptional(from field: Field) -> Bool {
        for next in Field.optional where next.rawValue >= field.rawValue && flags & next.flag != 0 {
            go(to: next)
            return false
        }
        return true
    }
}
