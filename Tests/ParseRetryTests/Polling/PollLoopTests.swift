import ParseRetry
import ParseTesting
import Testing

@Suite("PollLoop, rows B1 to B18")
struct PollLoopTests {
    private static let pending = PollBench.Answer.success(.pending(serverDelay: nil))
    private static let done = PollBench.Answer.success(.finished("done"))

    @Test("B1 It asks at once, and then every half second at first")
    func b1_row() async {
        let bench = PollBench()
        let outcome = await bench.wait { number, _ in number < 3 ? Self.pending : Self.done }
        #expect(outcome.word == "finished done")
        #expect(bench.polls == [0, 500, 1_000, 1_500].map { .milliseconds($0) })
    }

    @Test("B2 A run of an hour is noticed within 24 seconds, by at most 280 requests", arguments: 1...5)
    func b2_row(seed: UInt64) async {
        let bench = PollBench(random: .seeded(seed))
        let outcome = await bench.wait { _, now in now < .seconds(3_600) ? Self.pending : Self.done }
        #expect(outcome.word == "finished done")
        #expect(bench.clock.now.offset <= .seconds(3_624))
        #expect(bench.polls.count <= 280)
        #expect(bench.gaps.allSatisfy { $0 >= .milliseconds(400) && $0 <= .seconds(24) })
    }

    @Test("B5 Ten faults in nine seconds that might pass are tolerated")
    func b5_row() async {
        let bench = PollBench(PollSchedule(minimum: .milliseconds(900), maximum: .milliseconds(900)))
        let outcome = await bench.wait { number, _ in number < 10 ? .failure(.passing) : Self.done }
        #expect(outcome.word == "finished done")
        #expect(bench.clock.now.offset == .seconds(9))
    }

    @Test("B6 Faults for longer than the window end the wait with the last of them")
    func b6_row() async {
        let bench = PollBench()
        let outcome = await bench.wait { _, now in now < .seconds(61) ? .failure(.passing) : Self.done }
        #expect(outcome.word == "failed passing")
        #expect(bench.clock.now.offset >= .seconds(60))
        #expect(bench.clock.now.offset < .seconds(61))
    }

    @Test("B6 A valid answer opens the window anew")
    func b6_reset() async {
        let bench = PollBench(PollSchedule(maximum: .seconds(5)))
        let outcome = await bench.wait { number, now in
            if now >= .seconds(600) { return Self.done }
            return number % 10 == 9 ? Self.pending : .failure(.passing)
        }
        #expect(outcome.word == "finished done")
    }

    @Test("B6 Without a window the first fault ends the wait")
    func b6_noWindow() async {
        let bench = PollBench(PollSchedule(errorWindow: .zero))
        #expect(await bench.wait { _, _ in .failure(.passing) }.word == "failed passing")
        #expect(bench.polls.count == 1)
    }

    @Test("B8 The last request is sent when the deadline comes, and the wait ends with it")
    func b8_row() async {
        let bench = PollBench()
        let outcome = await bench.wait(within: .seconds(30)) { _, _ in Self.pending }
        #expect(outcome.word == "timed out")
        #expect(bench.polls.last == .seconds(30))
        #expect(bench.clock.now.offset == .seconds(30))
    }

    @Test("B8 An answer that is there at the deadline is not missed")
    func b8_inTime() async {
        let bench = PollBench()
        let outcome = await bench.wait(within: .seconds(30)) { _, now in now < .seconds(30) ? Self.pending : Self.done }
        #expect(outcome.word == "finished done")
    }

    @Test("B8 Each request may take until the deadline, the last one a second")
    func b8_allowance() async {
        let bench = PollBench()
        _ = await bench.wait(within: .seconds(3)) { _, _ in Self.pending }
        #expect(bench.polls == [0, 500, 1_000, 1_500, 2_000, 3_000].map { .milliseconds($0) })
        #expect(bench.allowances == [3_000, 3_000, 3_000, 3_000, 3_000, 4_000].map { .milliseconds($0) })
        let endless = PollBench()
        _ = await endless.wait { _, _ in Self.done }
        #expect(endless.allowances == [nil])
    }

    @Test("B9 Where little would be left after the next wait, it is stretched to the deadline", arguments: 1...300)
    func b9_row(hundredths: Int) async {
        let limit = Duration.milliseconds(10 * hundredths)
        let bench = PollBench(random: .seeded(UInt64(hundredths)))
        _ = await bench.wait(within: limit) { _, _ in Self.pending }
        #expect(bench.polls.last == limit)
        #expect(bench.gaps.dropLast().allSatisfy { $0 >= .milliseconds(400) })
        if limit > .milliseconds(500) { #expect(bench.gaps.allSatisfy { $0 >= .milliseconds(400) }) }
    }

    @Test("B10 The server's wait counts where it is longer, and only there")
    func b10_row() async {
        let bench = PollBench()
        let asked: [Duration?] = [.seconds(8), .milliseconds(100), .zero, nil]
        let outcome = await bench.wait { number, _ in
            number < asked.count ? .success(.pending(serverDelay: asked[number])) : Self.done
        }
        #expect(outcome.word == "finished done")
        #expect(bench.gaps == [8_000, 500, 500, 500].map { .milliseconds($0) })
    }

    @Test("B10 A hint beyond the deadline leaves the last request at the deadline: it is advice, and no refusal")
    func b10_beyondDeadline() async {
        let bench = PollBench()
        let outcome = await bench.wait(within: .seconds(7)) { _, now in
            now < .seconds(7) ? .success(.pending(serverDelay: .seconds(8))) : Self.done
        }
        #expect(outcome.word == "finished done")
        #expect(bench.polls == [.zero, .seconds(7)])
    }

    @Test("B10 A wait of years is none that a server can ask for")
    func b10_years() async {
        let bench = PollBench()
        let outcome = await bench.wait { number, _ in
            number == 0 ? .success(.pending(serverDelay: ServerDelay.longest)) : Self.done
        }
        #expect(outcome.word == "finished done")
        #expect(bench.polls == [.zero, PollSchedule.standard.maximumServerDelay])
    }

    @Test("B10 A wait to the deadline, or nearly, is waited for", arguments: [6_600, 7_000])
    func b10_upToDeadline(milliseconds: Int) async {
        let bench = PollBench()
        let outcome = await bench.wait(within: .seconds(7)) { _, _ in
            .success(.pending(serverDelay: .milliseconds(milliseconds)))
        }
        #expect(outcome.word == "timed out")
        #expect(bench.polls == [.zero, .seconds(7)])
    }

    @Test("B15 The wall clock is not asked: the schedule is the same at any date")
    func b15_row() async {
        let bench = PollBench()
        _ = await bench.wait { number, _ in number < 30 ? Self.pending : Self.done }
        #expect(bench.gaps.allSatisfy { $0 >= .milliseconds(500) })
        let time = TimeSource(
            now: { bench.clock.timeSource.now }, sleep: { try await bench.clock.timeSource.sleep(for: $0) },
            alarm: { _ in {} }, date: { fatalError("The date was asked for.") }
        )
        let outcome = await PollLoop(schedule: .standard, time: time, random: .constant(0.5)).run(
            before: Deadline(after: .seconds(5), on: time), mayPass: { (_: PollBench.Fault) in false },
            poll: { _ async throws(PollBench.Fault) -> PollStep<String> in .pending(serverDelay: nil) }
        )
        #expect(outcome.word == "timed out")
    }

    @Test("B16 After a long sleep of the machine it asks once at once; a deadline that passed meanwhile is honoured")
    func b16_row() async throws {
        for limit in [Duration?.none, .seconds(600)] {
            let bench = PollBench(mode: .stepping)
            async let outcome = bench.wait(within: limit) { number, _ in number < 2 ? Self.pending : Self.done }
            try await bench.clock.waitForSleepers()
            bench.clock.advance(by: .seconds(1_200))
            if limit == nil {
                try await bench.clock.waitForSleepers()
                #expect(bench.clock.advanceToNextSleeper() == .seconds(20))
                #expect(await outcome.word == "finished done")
                #expect(bench.polls == [.zero, .seconds(1_200), .seconds(1_220)])
            } else {
                #expect(await outcome.word == "timed out")
                #expect(bench.polls == [.zero, .seconds(1_200)])
            }
        }
    }

    @Test("B18 A deadline before the first wait ends asks at once and when it comes", arguments: [1, 300, 499])
    func b18_row(milliseconds: Int) async {
        let bench = PollBench()
        let outcome = await bench.wait(within: .milliseconds(milliseconds)) { _, _ in Self.pending }
        #expect(outcome.word == "timed out")
        #expect(bench.polls == [.zero, .milliseconds(milliseconds)])
    }

    @Test("B18 A deadline that has come asks exactly once", arguments: [0, -1])
    func b18_reached(seconds: Int) async {
        let bench = PollBench()
        #expect(await bench.wait(within: .seconds(seconds)) { _, _ in Self.pending }.word == "timed out")
        #expect(bench.polls == [.zero])
    }
}
