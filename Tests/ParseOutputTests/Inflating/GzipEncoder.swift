@testable import ParseOutput

/// Compresses a little, to make streams that are too large to be kept in a file.
enum GzipEncoder {
    /// How a member's blocks are written.
    enum Method: CaseIterable {
        case stored, fixed
    }

    /// The shortest header.
    static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]

    /// One member.
    static func member(_ content: [UInt8], _ method: Method) -> [UInt8] {
        var writer = DeflateWriter(behind: header)
        switch method {
        case .stored:
            let starts = Array(stride(from: 0, through: content.count, by: 60_000))
            for start in starts {
                let end = min(content.count, start + 60_000)
                writer.writeStored(content[start..<end], isLast: start == starts.last)
            }
        case .fixed:
            writer.writeFixed(tokens(of: content), isLast: true)
        }
        writer.align()
        return writer.bytes + trailer(of: content)
    }

    /// A member of blocks that were written elsewhere.
    static func member(of content: [UInt8], _ write: (inout DeflateWriter) -> Void) -> [UInt8] {
        var writer = DeflateWriter(behind: header)
        write(&writer)
        writer.align()
        return writer.bytes + trailer(of: content)
    }

    static func trailer(of content: [UInt8]) -> [UInt8] {
        var checksum = CRC32()
        let bytes = ContiguousArray(content)
        checksum.add(bytes.span, bytes.indices)
        return littleEndian(checksum.value) + littleEndian(UInt32(truncatingIfNeeded: content.count))
    }

    static func littleEndian(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    /// Matches what begins with four bytes that came before, where they came last.
    static func tokens(of content: [UInt8]) -> [DeflateWriter.Token] {
        var last = [Int](repeating: -1, count: 1 << 12)
        var tokens: [DeflateWriter.Token] = []
        var index = 0
        while index < content.count {
            var length = 0
            var distance = 0
            if index + 4 <= content.count {
                let word = content[index..<index + 4].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
                let place = Int((word &* 2_654_435_761) >> 20)
                let candidate = last[place]
                last[place] = index
                if candidate >= 0, index - candidate <= 32 << 10 {
                    distance = index - candidate
                    let longest = min(258, content.count - index)
                    while length < longest, content[candidate + length] == content[index + length] { length += 1 }
                }
            }
            if length >= 4 {
                tokens.append(.match(length: length, distance: distance))
                index += length
            } else {
                tokens.append(.literal(content[index]))
                index += 1
            }
        }
        return tokens
    }
}
