import Testing

@testable import ParseOutput

@Suite("Members of a gzip stream")
struct GzipHeaderTests {
    /// A member's content, and the member behind its header.
    private static let content = Array("[]".utf8)
    private static let rest = Array(GzipEncoder.member(content, .stored).dropFirst(10))

    private static func outcome(of header: [UInt8]) -> GzipOutcome {
        GzipDecoder().outcome(of: header + rest)
    }

    @Test("What is no header is a fault at its byte")
    func wrongHeaders() {
        let faults: [([UInt8], GzipFault)] = [
            ([0x7B], GzipFault(.notGzip, at: 0)),
            ([0x1F, 0x8A], GzipFault(.notGzip, at: 1)),
            ([0x1F, 0x8B, 7], GzipFault(.unknownMethod, at: 2)),
            ([0x1F, 0x8B, 8, 0x20], GzipFault(.reservedFlags, at: 3)),
            ([0x1F, 0x8B, 8, 0x40], GzipFault(.reservedFlags, at: 3)),
            ([0x1F, 0x8B, 8, 0x80], GzipFault(.reservedFlags, at: 3)),
        ]
        for (header, fault) in faults {
            #expect(Self.outcome(of: header) == GzipOutcome(fault: fault))
        }
    }

    @Test("Each optional part is passed, alone and with the others", arguments: 0..<32)
    func optionalParts(flags: UInt8) {
        var header: [UInt8] = [0x1F, 0x8B, 8, flags, 1, 2, 3, 4, 2, 3]
        if flags & 4 != 0 { header += [3, 0, 0, 1, 2] }
        if flags & 8 != 0 { header += Array("name".utf8) + [0] }
        if flags & 16 != 0 { header += [0] }
        if flags & 2 != 0 { header += Self.checksum(of: header) }
        #expect(Self.outcome(of: header) == GzipOutcome(decoded: Self.content))
    }

    @Test("Extra bytes may be none or 65,535")
    func extraLengths() {
        for count in [0, 1, 255, 256, 65_535] {
            let header = [0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 3, UInt8(count & 0xFF), UInt8(count >> 8)]
            let extra = [UInt8](repeating: 0x1F, count: count)
            #expect(Self.outcome(of: header + extra) == GzipOutcome(decoded: Self.content), "\(count)")
        }
    }

    @Test("A name or comment may have 64 KiB", arguments: [8, 16] as [UInt8])
    func longText(flag: UInt8) {
        let header = [0x1F, 0x8B, 8, flag, 0, 0, 0, 0, 0, 3]
        let longest = [UInt8](repeating: 65, count: InflateLimits.headerText)
        #expect(Self.outcome(of: header + longest + [0]) == GzipOutcome(decoded: Self.content))
        let fault = GzipFault(.headerTooLong, at: 10 + 65_536)
        #expect(Self.outcome(of: header + longest + [65, 0]) == GzipOutcome(fault: fault))
    }

    @Test("A header's checksum is checked")
    func headerChecksum() {
        let header: [UInt8] = [0x1F, 0x8B, 8, 2, 0, 0, 0, 0, 0, 3]
        var checksum = Self.checksum(of: header)
        #expect(Self.outcome(of: header + checksum).fault == nil)
        checksum[1] ^= 1
        #expect(Self.outcome(of: header + checksum) == GzipOutcome(fault: GzipFault(.headerChecksum, at: 10)))
    }

    @Test("The checksum and the size in the trailer are checked, behind what they are of")
    func trailer() {
        var bytes = GzipEncoder.header + Self.rest
        bytes[bytes.count - 8] ^= 1
        let checksum = GzipFault(.checksum, at: Int64(bytes.count - 8))
        #expect(GzipDecoder().outcome(of: bytes) == GzipOutcome(decoded: Self.content, fault: checksum))
        bytes[bytes.count - 8] ^= 1
        bytes[bytes.count - 1] ^= 0x80
        let size = GzipFault(.size, at: Int64(bytes.count - 4))
        #expect(GzipDecoder().outcome(of: bytes) == GzipOutcome(decoded: Self.content, fault: size))
    }

    @Test("Members follow one another, each with a window of its own")
    func severalMembers() {
        let one = GzipEncoder.member(Array("abcabcabcabc".utf8), .fixed)
        #expect(GzipDecoder().outcome(of: one + one).decoded == Array("abcabcabcabcabcabcabcabc".utf8))
        // A match that reaches into the member before.
        let reaching = GzipEncoder.member(of: []) { $0.writeFixed([.match(length: 3, distance: 1)], isLast: true) }
        let outcome = GzipDecoder().outcome(of: one + reaching)
        #expect(outcome.fault == GzipFault(.distance, at: Int64(one.count + 10)))
        #expect(outcome.decoded.count == 12)
    }

    @Test("Zeros may follow the last member, and nothing else")
    func padding() {
        let member = GzipEncoder.header + Self.rest
        let count = Int64(member.count)
        let zeros = [UInt8](repeating: 0, count: 1_000)
        #expect(GzipDecoder().outcome(of: member + zeros) == GzipOutcome(decoded: Self.content))
        let faults: [([UInt8], GzipFault)] = [
            ([1], GzipFault(.trailingGarbage, at: count)),
            ([0, 0, 0x1F, 0x8B], GzipFault(.trailingGarbage, at: count + 2)),
            ([0x1F, 0x8C], GzipFault(.notGzip, at: count + 1)),
            ([0x1F, 0x8B, 8], GzipFault(.truncated, at: count + 3)),
        ]
        for (trailing, fault) in faults {
            #expect(GzipDecoder().outcome(of: member + trailing) == GzipOutcome(decoded: Self.content, fault: fault))
        }
        #expect(GzipDecoder().outcome(of: zeros) == GzipOutcome(fault: GzipFault(.notGzip, at: 0)))
        #expect(GzipDecoder().outcome(of: [UInt8]()) == GzipOutcome(fault: GzipFault(.truncated, at: 0)))
    }

    @Test("A fault is thrown again, whatever is pushed or asked for later")
    func faultStays() {
        var decoder = GzipDecoder()
        decoder.push([0x1F, 0x8B, 9])
        let fault = GzipFault(.unknownMethod, at: 2)
        #expect(throws: fault) { try decoder.next(upTo: 1) }
        decoder.push((GzipEncoder.header + Self.rest)[...])
        #expect(throws: fault) { try decoder.next(upTo: 1) }
        #expect(throws: fault) { try decoder.finish() }
        #expect(!decoder.isComplete)
    }

    /// The two bytes of a header's checksum.
    private static func checksum(of header: [UInt8]) -> [UInt8] {
        var checksum = CRC32()
        for byte in header { checksum.add(byte) }
        return [UInt8(truncatingIfNeeded: checksum.value), UInt8(truncatingIfNeeded: checksum.value >> 8)]
    }
}
