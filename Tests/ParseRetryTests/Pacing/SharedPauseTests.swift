import ParseRetry
import ParseTesting
import ParseTransport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("What a server asks of one call holds for all")
struct SharedPauseTests {
    private func refusal(_ status: Int, _ seconds: String) -> MockExchange {
        MockExchange(answer: .response(status: status, headers: ["Retry-After": seconds]))
    }

    @Test("E26 A pause longer than a call agrees to ends the others at once, with its limit and its time")
    func tooLong() async throws {
        let bench = RetryBench(429, ["Retry-After": "1800"])
        let first = try await bench.perform()
        #expect(first.limit == .serverDelay && first.retryAt == bench.clock.date.addingTimeInterval(1_800))
        bench.clock.advance(by: .seconds(60))
        let error = try await bench.failure(within: .seconds(30))
        #expect(error.limit == .serverDelay && error.fault.phase == .notSent && error.attempts.isEmpty)
        #expect(error.retryAt == first.retryAt)
        #expect(bench.mock.requests.count == 1 && bench.clock.now.offset == .seconds(60))
        // Then those who agree to what is left wait for it.
        bench.clock.advance(by: .seconds(1_640))
        #expect(try await bench.perform().response.status == 200)
        #expect(bench.clock.now.offset == .seconds(1_800))
    }

    @Test("E26 A refusal holds the others back although it says that trying again is no use")
    func permanent() async throws {
        var bench = RetryBench(429, ["Retry-After": "3"])
        bench.configuration.readVerdict = { _, _ in ServerVerdict(isRetryable: false) }
        #expect(try await bench.perform().limit == nil)
        #expect(bench.clock.now.offset == .zero)
        #expect(try await bench.perform().response.status == 200)
        #expect(bench.clock.now.offset == .seconds(3))
    }

    @Test(
        "E26 So does that of a request that must not be sent twice, and one whose time is too short",
        arguments: [false, true])
    func notRepeated(isShort: Bool) async throws {
        let bench = RetryBench(503, ["Retry-After": "3"])
        let first = try await bench.perform(isShort ? .get : .post, within: isShort ? .seconds(2) : nil)
        #expect(first.response.status == 503 && first.attempts.count == 1)
        #expect(try await bench.perform().response.status == 200)
        #expect(bench.clock.now.offset >= .seconds(3) && bench.clock.now.offset < .seconds(4))
    }

    @Test("E26 An error that asks for no fewer requests holds nobody back")
    func otherErrors() async throws {
        let bench = RetryBench(400, ["Retry-After": "3"])
        #expect(try await bench.perform().response.status == 400)
        #expect(try await bench.perform().response.status == 200)
        #expect(bench.clock.now.offset == .zero)
    }

    @Test("E26 No server can lock a client out: whatever it asks for, the others knock again after the longest pause")
    func bounded() async throws {
        var bench = RetryBench(429, ["Retry-After": "99999999999999999999"])
        bench.configuration.pacer = RequestPacer(longestPause: .seconds(300))
        #expect(try await bench.perform().serverDelay == ServerDelay.longest)
        #expect(try await bench.failure().retryAt == bench.clock.date.addingTimeInterval(300))
        bench.clock.advance(by: .seconds(300))
        #expect(try await bench.perform().response.status == 200)
    }

    @Test("E26 What a call just agrees to, the others wait for too, its spread included")
    func atTheLimit() async throws {
        let bench = RetryBench([refusal(429, "120")], mode: .stepping)
        let tasks = [Task { try? await bench.perform().response.status }]
        try await bench.clock.waitForSleepers()
        let other = Task { try? await bench.perform().response.status }
        try await bench.clock.waitForSleepers(2)
        for task in tasks + [other] {
            task.cancel()
            #expect(await task.value == nil)
        }
    }

    @Test("A retry that another call's pause keeps too long ends at once and is not paid for", arguments: [4, 300])
    func retryHeldBack(seconds: Int) async throws {
        var bench = RetryBench([MockExchange(answer: .response(status: 503))])
        let origin = try #require(Origin(try RetryBench.request().url))
        bench.configuration.readVerdict = { [pacer = bench.configuration.pacer] _, _ in
            pacer?.pause(origin, for: .seconds(seconds), asked: .seconds(seconds), at: .zero)
            return .none
        }
        let result = try await bench.perform(within: .seconds(4))
        #expect(result.limit == (seconds == 4 ? .deadline : .serverDelay))
        #expect(result.retryAt == bench.clock.date.addingTimeInterval(Double(seconds)))
        #expect(bench.clock.now.offset == .zero && bench.budget.trace.isEmpty)
    }

    @Test("A retry that was paid for and is held back too long meanwhile gets its price back")
    func priceBack() async throws {
        let bench = RetryBench([MockExchange(answer: .response(status: 503))], mode: .stepping)
        let origin = try #require(Origin(try RetryBench.request().url))
        let tokens = try bench.tokens()
        let task = Task { try await bench.perform(within: .seconds(30)) }
        try await bench.clock.waitForSleepers()
        #expect(try bench.tokens() < tokens)
        bench.configuration.pacer?.pause(origin, until: .seconds(60))
        bench.clock.advanceToNextSleeper()
        let result = try await task.value
        #expect(result.limit == .deadline && result.response.status == 503)
        #expect(result.retryAt == bench.clock.date.addingTimeInterval(59.9))
        #expect(try bench.tokens() == tokens)
    }
}
