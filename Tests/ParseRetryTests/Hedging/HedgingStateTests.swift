import ParseRetry
import Testing

@Suite("HedgingState")
struct HedgingStateTests {
    private static func state(
        latencies: [Duration],
        _ configuration: HedgingTransport.Configuration = .init()
    ) -> HedgingState {
        var state = HedgingState(configuration)
        for latency in latencies { state.add(latency) }
        return state
    }

    @Test("A call is late after the time within which 19 of 20 were answered")
    func percentile() {
        var state = Self.state(latencies: (1...20).map { .milliseconds($0 * 100) })
        var delays = [state.begin(at: .zero)]
        for _ in 0..<20 { state.add(.milliseconds(100)) }
        delays.append(state.begin(at: .zero))
        #expect(delays == [.milliseconds(1_900), .milliseconds(1_800)])
    }

    @Test("Never sooner than 50 ms")
    func minimum() {
        var state = Self.state(latencies: Array(repeating: .milliseconds(1), count: 20))
        var eager = HedgingState(.init(minimumDelay: .milliseconds(7), initialDelay: .zero))
        let delays = [state.begin(at: .zero), eager.begin(at: .zero)]
        #expect(delays == [.milliseconds(50), .milliseconds(7)])
    }

    @Test("The last 256 count, from the twentieth on")
    func samples() {
        var state = Self.state(latencies: Array(repeating: .seconds(1), count: 19))
        var delays = [state.begin(at: .zero)]
        // 13 of 256 are more than a twentieth, 12 are less.
        for (latency, count) in [(1, 1), (2, 243), (3, 12), (3, 1), (1, 256)] {
            for _ in 0..<count { state.add(.seconds(latency)) }
            delays.append(state.begin(at: .zero))
        }
        #expect(delays == [nil, .seconds(1), .seconds(2), .seconds(2), .seconds(3), .seconds(1)])
    }

    @Test("Twenty calls in a minute buy one second request; a minute later they buy none")
    func share() {
        var state = HedgingState(.init())
        var granted: [Int] = []
        for second in 1...40 {
            _ = state.begin(at: .seconds(second))
            for _ in 0..<2 where state.takeHedge(at: .seconds(second)) { granted.append(second) }
        }
        #expect(granted == [20, 40])
        for second in 41...300 {
            if second.isMultiple(of: 4) { _ = state.begin(at: .seconds(second)) }
            for _ in 0..<2 where state.takeHedge(at: .seconds(second)) { granted.append(second) }
        }
        #expect(granted == [20, 40], "A call in four seconds is not enough for any.")
    }

    @Test("A pause ends at its instant, and a shorter one does not shorten it")
    func pause() {
        var state = HedgingState(.init(maximumShare: 1))
        for _ in 0..<10 { _ = state.begin(at: .seconds(9)) }
        state.pause(until: .seconds(10))
        state.pause(until: .seconds(5))
        let granted = [state.takeHedge(at: .seconds(10) - .nanoseconds(1)), state.takeHedge(at: .seconds(10))]
        #expect(granted == [false, true])
    }

    @Test("Senseless numbers do not trap", arguments: [Double.nan, -.infinity, .infinity, -1, 2])
    func senseless(number: Double) {
        for count in [Int.min, 0, 1, Int.max] {
            var state = Self.state(
                latencies: [.seconds(Int64.max), .zero, .seconds(-1)],
                .init(
                    minimumDelay: .seconds(-1), percentile: number, samples: count, minimumSamples: count,
                    maximumShare: number, pauseAfterThrottling: .seconds(-1)
                ))
            for instant in [Duration.zero, .seconds(Int64.max), .seconds(1)] {
                let delay = state.begin(at: instant)
                #expect(count == Int.max ? delay == nil : delay.map { $0 >= .seconds(-1) } == true)
                let isGranted = state.takeHedge(at: instant)
                #expect(number > 0 || !isGranted)
            }
            state.pause(until: .seconds(Int64.max))
            let isGranted = state.takeHedge(at: .seconds(1))
            #expect(!isGranted)
        }
    }
}
