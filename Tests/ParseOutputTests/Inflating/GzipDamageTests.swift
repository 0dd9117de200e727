import Testing

@testable import ParseOutput

@Suite("Damaged gzip streams")
struct GzipDamageTests {
    /// Every stream; in a build that is not optimised the shortest ones.
    #if DEBUG
        private static let damaged = GzipFixture.all.filter { $0.bytes.count < 120 }
    #else
        private static let damaged = GzipFixture.all
    #endif

    /// The bits of a header that say nothing of the content: the time, the level and the system, here the first member's.
    private static let idleBytes = 4..<10

    @Test("No bit can be turned without being noticed", arguments: damaged)
    func everyBit(fixture: GzipFixture) {
        let hasNames = fixture.bytes[3] & 0b1_1100 != 0
        var unnoticed: [Int] = []
        for bit in 0..<fixture.bytes.count * 8 {
            var bytes = fixture.bytes
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            let outcome = GzipDecoder().outcome(of: bytes)
            if outcome.fault == nil {
                unnoticed.append(bit / 8)
                #expect(outcome.decoded == fixture.decoded, "bit \(bit)")
            } else if let fault = outcome.fault {
                #expect(fault.offset >= 0 && fault.offset <= bytes.count, "bit \(bit)")
            }
        }
        // A checksum guards a header that has one. Others, and the bits that fill the last byte of blocks, mean nothing.
        #expect(hasNames || Set(Self.idleBytes).isSubset(of: unnoticed))
        #expect(unnoticed.count <= (hasNames ? 8 : 48 + 8) * Self.members(of: fixture))
    }

    @Test("A stream that is cut off anywhere is said to be, behind what came of it", arguments: GzipFixture.all)
    func truncation(fixture: GzipFixture) throws {
        // Three members may end behind any of them.
        var complete: [Int] = []
        var decoder = GzipDecoder()
        var outcome = GzipOutcome()
        for count in fixture.bytes.indices {
            if decoder.isComplete {
                complete.append(count)
                try decoder.finish()
            } else {
                #expect(throws: GzipFault(.truncated, at: Int64(count))) { try decoder.finish() }
            }
            decoder.push(fixture.bytes[count...count])
            outcome.drain(&decoder)
        }
        #expect(outcome == GzipOutcome(decoded: fixture.decoded))
        #expect(complete.count == (Self.members(of: fixture) == 3 ? 2 + 9 : 0))
    }

    @Test("Random bytes behind a header are faults, never more", arguments: 0..<8)
    func noise(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed))
        for _ in 0..<60 {
            let count = Int.random(in: 1...300, using: &generator)
            let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(GzipDecoder().outcome(of: GzipEncoder.header + noise).fault != nil)
        }
    }

    private static func members(of fixture: GzipFixture) -> Int {
        fixture.name == "three members and padding" ? 3 : 1
    }
}
