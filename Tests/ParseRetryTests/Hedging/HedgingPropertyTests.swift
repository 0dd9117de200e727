import ParseRetry
import ParseTesting
import ParseTransport
import Testing

@Suite("HedgingTransport, whatever the service does")
struct HedgingPropertyTests {
    @Test(
        "Never more than 5 % of the calls of the last minute, nor of all calls, get a second request",
        arguments: 1...30 as ClosedRange<UInt64>)
    func share(seed: UInt64) {
        let random = RandomSource.seeded(seed)
        var state = HedgingState(.init())
        var now = Duration.zero
        var calls: [Duration] = []
        var hedges: [Duration] = []
        var pausedUntil = Duration.zero
        var latencies: [Duration] = []
        let longestGap = random.number(in: 10...4_000)
        for _ in 0..<500 {
            now += .milliseconds(Int(random.number(in: 0...longestGap)))
            let delay = state.begin(at: now)
            calls.append(now)
            if latencies.count < 20 {
                #expect(delay == nil)
            } else if latencies.count.isMultiple(of: 23) {
                let recent = latencies.suffix(256).sorted()
                #expect(delay == max(.milliseconds(50), recent[(recent.count * 95 + 99) / 100 - 1]))
            }
            let late = now + .milliseconds(Int(random.number(in: 0...3_000)))
            if random.number(in: 0...1) < 0.02 {
                pausedUntil = max(pausedUntil, late + .seconds(random.number(in: 0...30)))
                state.pause(until: pausedUntil)
            }
            if state.takeHedge(at: late) {
                hedges.append(late)
                let inTheLastMinute = calls.count { late - $0 < .seconds(60) }
                #expect(hedges.count { late - $0 < .seconds(60) } * 20 <= inTheLastMinute)
                #expect(late >= pausedUntil)
            }
            #expect(hedges.count * 20 <= calls.count)
            latencies.append(.milliseconds(Int(random.number(in: 1...500))))
            latencies.last.map { state.add($0) }
            now = max(now, late)
        }
        if longestGap < 1_000 { #expect(!hedges.isEmpty, "seed \(seed)") }
    }

    /// Answers after a time, or fails, as chance has it.
    private struct Chance: Transport {
        let clock: ManualClock
        let random: RandomSource

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            let milliseconds = random.number(in: 0...1) < 0.1 ? 2_000 : random.number(in: 1...100)
            let kind = random.number(in: 0...1)
            do {
                try await clock.sleep(until: clock.now.advanced(by: .milliseconds(milliseconds)))
            } catch {
                throw TransportError(.cancelled, phase: .awaitingResponse, message: "Cancelled.")
            }
            if kind < 0.05 { throw TransportError(.timedOut, phase: .awaitingResponse, message: "Silence.") }
            return TransportResponse(status: kind < 0.1 ? 503 : 200)
        }
    }

    @Test(
        "Every call ends no later than its first request, nothing stays behind, and 5 % is the most",
        arguments: 1...10 as ClosedRange<UInt64>)
    func calls(seed: UInt64) async throws {
        let clock = ManualClock(.jumping)
        let recorded = RecordedTransport(Chance(clock: clock, random: .seeded(seed)))
        let transport = HedgingTransport(recorded, time: clock.timeSource)
        let request = try HedgingBench.request()
        var answers = 0
        for _ in 0..<200 {
            let began = clock.now.offset
            if let status = try? await transport.send(request).status, status == 200 { answers += 1 }
            #expect(clock.now.offset - began <= .seconds(4))
            #expect(clock.sleepers == 0)
        }
        let endings = recorded.endings
        #expect(endings.count <= 210)
        #expect(answers >= 150)
        #expect(endings.count { $0 == "200" } >= answers)
    }
}
