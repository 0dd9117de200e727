import ParseOutput
import ParseRetry
import ParseTransport
import Testing

@Suite("Any row of faults: the same bytes, or an error")
struct DownloadPropertyTests {
    private static let modes: [TransportCapabilities] = [.streaming, .buffering]

    /// Patient, as small documents bring little progress.
    private static let patient = RetryConfiguration(
        policy: StandardRetryPolicy().limitingAttempts(to: 1_000),
        throttle: UnlimitedRetries()
    )

    /// A whole number from a source of chance.
    private static func draw(_ range: ClosedRange<Int>, _ random: RandomSource) -> Int {
        Int(random.number(in: Double(range.lowerBound)...Double(range.upperBound)))
    }

    private func bench(_ server: RangeServer, seed: UInt64) -> DownloadBench {
        DownloadBench(over: server, capabilities: server.capabilities, retry: Self.patient) {
            $0.windowBytes = 65_536
        }
    }

    @Test("Cuts and resets wherever they fall leave the bytes as they are", arguments: 0..<40 as Range<UInt64>, modes)
    func cutsAndResets(_ seed: UInt64, _ mode: TransportCapabilities) async {
        let random = RandomSource.seeded(seed)
        let object = StoredBytes(count: Self.draw(1...150_000, random), seed: seed).with {
            $0.pieceSize = Self.draw($0.bytes.count / 300 + 1...9_000, random)
            if Self.draw(0...3, random) == 0 { $0.eTag = nil }
            if Self.draw(0...3, random) == 0 { $0.lastModified = nil }
        }
        let server = RangeServer(object, capabilities: mode) { asked in
            let random = RandomSource.seeded(seed &* 1_000 &+ UInt64(asked.number))
            return .with {
                guard asked.number < 25 else { return }
                switch Self.draw(0...9, random) {
                case 0: $0.instead = .s3(503, "SlowDown")
                case 1: $0.instead = .failure(.resetBeforeHead)
                case 2: $0.longestPart = Self.draw(5_000...60_000, random)
                case 3: $0.startsEarlier = Self.draw(0...20_000, random)
                case 4: $0.ignoresRange = true
                // Behind a part whose length is known, a date proves nothing without one.
                case 5: $0.knowsTotal = object.eTag == nil && asked.number > 1
                case 6: break
                default: $0.brokenAfter = Self.draw(0...30_000, random)
                }
            }
        }
        let outcome = await bench(server, seed: seed).run()
        outcome.expectWhole(object)
    }

    @Test(
        "Whatever a host does, a document that is replaced is never mixed with its successor",
        arguments: 0..<60 as Range<UInt64>, modes)
    func replaced(_ seed: UInt64, _ mode: TransportCapabilities) async {
        let random = RandomSource.seeded(seed)
        let versions = Self.versions(seed, random)
        let change = Self.draw(1...6, random)
        let server = RangeServer(versions.old, capabilities: mode) { asked in
            let random = RandomSource.seeded(seed &* 1_000 &+ UInt64(asked.number))
            return .with {
                $0.object = asked.number < change ? nil : versions.new
                Self.misbehave(&$0, random)
                if asked.number >= 20 { $0.brokenAfter = nil }
            }
        }
        let outcome = await bench(server, seed: seed).run()
        if let error = outcome.error {
            #expect(error.bytesDelivered == Int64(outcome.bytes.count))
            #expect(
                [versions.old, versions.new].contains { Array($0.bytes.prefix(outcome.bytes.count)) == outcome.bytes })
        } else {
            #expect(outcome.bytes == versions.old.bytes || outcome.bytes == versions.new.bytes)
        }
    }

    /// A document and its successor: three bytes differ, and the length does not.
    private static func versions(_ seed: UInt64, _ random: RandomSource) -> (old: StoredBytes, new: StoredBytes) {
        let count = draw(1...150_000, random)
        let (hasTag, hasDate) = (draw(0...1, random) == 0, draw(0...1, random) == 0)
        let isSilent = draw(0...2, random) == 0
        let old = StoredBytes(count: count, seed: seed).with {
            $0.pieceSize = 4_000
            if !hasTag { $0.eTag = nil }
            if !hasDate { $0.lastModified = nil }
        }
        let new = old.with {
            for _ in 0..<3 { $0.bytes[draw(0...count - 1, random)] ^= 0x80 }
            if hasTag { $0.eTag = isSilent ? nil : "\"v2\"" }
            if hasDate { $0.lastModified = isSilent ? nil : "Tue, 24 Nov 2026 11:00:01 GMT" }
        }
        return (old, new)
    }

    private static func misbehave(_ behaviour: inout RangeServer.Behaviour, _ random: RandomSource) {
        func chance(_ count: Int) -> Bool { draw(1...count, random) == 1 }
        behaviour.ignoresConditions = chance(2)
        behaviour.ignoresRange = chance(5)
        behaviour.knowsTotal = !chance(8)
        behaviour.saysPlace = !chance(8)
        // A part that says so by nothing is a document to everybody but the decoder.
        behaviour.callsPartsWhole = behaviour.saysPlace && chance(8)
        behaviour.hasLength = !chance(8)
        if chance(3) { behaviour.startsEarlier = draw(-3_000...6_000, random) }
        if chance(4) { behaviour.longestPart = draw(1...70_000, random) }
        if !chance(3) { behaviour.brokenAfter = draw(0...40_000, random) }
        // Where no length is said either, nothing below the decoder can tell such an end from the end.
        behaviour.breaksSilently = behaviour.hasLength && chance(2)
    }
}
