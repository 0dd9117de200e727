import Testing

@testable import ParseOutput

@Suite("How far a gzip stream may expand")
struct InflateLimitTests {
    /// 200 MiB of zeros in 204 KB.
    private static let bomb = GzipBomb(of: 200 << 20).bytes

    /// 64 MiB; a build that is not optimised takes its time for them, and is content with 4.
    #if DEBUG
        private static let limit: Int64 = 4 << 20
    #else
        private static let limit: Int64 = 64 << 20
    #endif

    @Test("E9 A bomb of 204 KB for 200 MiB is given up at the ratio, soon after the first MiB")
    func e9_ratioOfBomb() {
        #expect((200_000..<210_000).contains(Self.bomb.count))
        let limits = InflateLimits(decodedBytes: 64 << 20, ratio: 200)
        let (handedOut, fault, decoder) = Self.detonate(Self.bomb, limits)
        #expect(fault?.kind == .ratio)
        #expect(handedOut >= 1 << 20 && handedOut <= 1 << 20 + 64 << 10)
        #expect(decoder.decodedBytes == handedOut)
        #expect(fault.map { $0.offset < 1_200 } == true)
    }

    @Test("E9 A bomb whose ratio is allowed is given up at the most bytes that are decoded")
    func e9_sizeOfBomb() {
        let limits = InflateLimits(decodedBytes: Self.limit, ratio: 2_000)
        let (handedOut, fault, decoder) = Self.detonate(Self.bomb, limits)
        #expect(fault?.kind == .tooLarge)
        #expect(handedOut == Self.limit)
        #expect(decoder.decodedBytes == handedOut)
    }

    @Test("E9 Many small members expand together")
    func e9_bombOfMembers() {
        let member = GzipEncoder.member([UInt8](repeating: 0, count: 30_000), .fixed)
        let bytes = Array(repeatElement(member, count: 50).joined())
        let limits = InflateLimits(ratio: 50)
        let (handedOut, fault, _) = Self.detonate(bytes, limits)
        #expect(fault?.kind == .ratio)
        #expect(handedOut >= 1 << 20 && handedOut <= 1 << 20 + 64 << 10)
    }

    @Test("A stream may have just as many bytes as are allowed", arguments: GzipEncoder.Method.allCases)
    func exactSize(method: GzipEncoder.Method) {
        let content = GzipDecoderTests.longDocument(of: 2_000)
        let bytes = GzipEncoder.member(content, method)
        let exact = GzipDecoder(limits: InflateLimits(decodedBytes: 2_000))
        #expect(exact.outcome(of: bytes) == GzipOutcome(decoded: content))
        for limit in [0, 1, 1_000, 1_999] {
            let outcome = GzipDecoder(limits: InflateLimits(decodedBytes: Int64(limit))).outcome(of: bytes)
            #expect(outcome.decoded == Array(content.prefix(limit)))
            #expect(outcome.fault?.kind == .tooLarge)
        }
    }

    @Test("The ratio does not count for the first MiB")
    func beforeRatio() {
        let zeros = ContiguousArray<UInt8>(repeating: 0, count: 1 << 20)
        var checksum = CRC32()
        checksum.add(zeros.span, zeros.indices)
        let outcome = GzipDecoder().outcome(of: GzipBomb(of: 1 << 20, checksum: checksum.value).bytes)
        #expect(outcome.fault == nil)
        #expect(outcome.decoded.count == 1 << 20)
        let more = GzipDecoder().outcome(of: GzipBomb(of: 1 << 20 + 1).bytes)
        #expect(more.fault?.kind == .ratio)
        #expect(more.decoded.count == 1 << 20)
    }

    @Test("A stream that expands to a little less than the ratio comes out")
    func belowRatio() {
        let content = GzipDecoderTests.longDocument(of: 200_000)
        let bytes = GzipEncoder.member(content, .fixed)
        let ratio = Int64(content.count / bytes.count)
        let allowed = InflateLimits(ratio: ratio + 1, bytesBeforeRatio: 1_000)
        #expect(GzipDecoder(limits: allowed).outcome(of: bytes) == GzipOutcome(decoded: content))
        let refused = InflateLimits(ratio: ratio - 1, bytesBeforeRatio: 50_000)
        #expect(GzipDecoder(limits: refused).outcome(of: bytes).fault?.kind == .ratio)
    }

    @Test("Limits that make no sense are limits all the same")
    func oddLimits() {
        let bytes = GzipEncoder.member([1, 2, 3], .stored)
        let negative = GzipDecoder(limits: InflateLimits(decodedBytes: -5)).outcome(of: bytes)
        #expect(negative.decoded.isEmpty && negative.fault?.kind == .tooLarge)
        let none = InflateLimits(decodedBytes: .max, ratio: .max, bytesBeforeRatio: .max)
        #expect(GzipDecoder(limits: none).outcome(of: bytes).fault == nil)
        let all = InflateLimits(ratio: .min, bytesBeforeRatio: .min)
        #expect(GzipDecoder(limits: all).outcome(of: bytes).fault == nil)
    }

    /// Decodes all there is in pieces of 16 KiB, and keeps none of it.
    private static func detonate(_ bytes: [UInt8], _ limits: InflateLimits) -> (Int64, GzipFault?, GzipDecoder) {
        var decoder = GzipDecoder(limits: limits)
        var handedOut: Int64 = 0
        decoder.push(bytes[...])
        do throws(GzipFault) {
            while let piece = try decoder.next(upTo: 16 << 10) { handedOut += Int64(piece.count) }
            try decoder.finish()
        } catch {
            return (handedOut, error, decoder)
        }
        return (handedOut, nil, decoder)
    }
}
