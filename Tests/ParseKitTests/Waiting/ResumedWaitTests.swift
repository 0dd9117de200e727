import Foundation
import ParseTesting
import Testing

@testable import ParseKit

@Suite("Waiting on from a handle")
struct ResumedWaitTests {
    private func handle(_ seconds: Double, baseURL: String = "https://api.extend.ai") -> RunHandle {
        RunHandle(id: "pr_1", lastStatus: .processing, baseURL: baseURL, secondsWaited: seconds)
    }

    @Test("B14 Another process goes on by the schedule of the time already waited, and counts it on")
    func b14_goesOn() async throws {
        let before = try WaitBench(.jumping)
        before.add("pr_1")
        let timeout = await #expect(throws: ParseError.self) {
            try await before.client.waitForParseRun("pr_1", timeout: .seconds(200))
        }
        let stored = try JSONEncoder().encode(try #require(timeout?.handle))

        let after = try WaitBench(.jumping)
        after.add("pr_1", .init(.processed, at: .seconds(25)))
        let handle = try JSONDecoder().decode(RunHandle.self, from: stored)
        #expect(handle.secondsWaited == 200)
        var elapsed: [Duration] = []
        let run = try await after.client.waitForParseRun(resuming: handle) { elapsed.append($0.elapsed) }
        #expect(run.status == .processed)
        // A twentieth of 200, 210 and 220.5 seconds.
        #expect(after.times == milliseconds(0, 10_000, 20_500, 31_525))
        #expect(elapsed == milliseconds(200_000, 210_000, 220_500, 231_525))
    }

    @Test("The handle of a wait that went on has all the time in it")
    func accumulates() async throws {
        let bench = try WaitBench(.jumping)
        bench.add("pr_1")
        let error = await #expect(throws: ParseError.self) {
            try await bench.client.waitForParseRun(resuming: handle(1_000), timeout: .seconds(60))
        }
        #expect(error?.code == .timedOut && error?.handle?.secondsWaited == 1_060)
        #expect(bench.times == milliseconds(0, 20_000, 40_000, 60_000))
    }

    @Test("A handle of another base URL is refused before anything is asked, and handed back")
    func otherBaseURL() async throws {
        let bench = try WaitBench()
        let handle = handle(5, baseURL: "https://api.eu1.extend.ai")
        let error = await #expect(throws: ParseError.self) {
            try await bench.client.waitForParseRun(resuming: handle)
        }
        #expect(error?.code == .runHandleRefused && error?.handle == handle)
        #expect(error?.isRetryable == false && bench.times.isEmpty)
    }

    @Test("A handle that was stored by an earlier version is read, with or without a status")
    func storedForm() throws {
        let old = #"{"id":"pr_1","lastStatus":"PROCESSING","baseURL":"https://api.extend.ai","secondsWaited":12.5}"#
        #expect(try JSONDecoder().decode(RunHandle.self, from: Data(old.utf8)) == handle(12.5))
        let unseen = #"{"id":"pr_1","baseURL":"https://api.extend.ai","secondsWaited":0}"#
        #expect(try JSONDecoder().decode(RunHandle.self, from: Data(unseen.utf8)).lastStatus == nil)
    }

    @Test(
        "No number of seconds traps it",
        arguments: [-1, .nan, .infinity, -.infinity, 1e300, Double.leastNonzeroMagnitude])
    func senseless(seconds: Double) async throws {
        let bench = try WaitBench(.jumping)
        bench.add("pr_1", .init(.processed, at: .milliseconds(400)))
        let run = try await bench.client.waitForParseRun(resuming: handle(seconds))
        #expect(run.status == .processed)
        #expect(bench.times == (seconds > 1 ? milliseconds(0, 20_000) : milliseconds(0, 500)))
    }

    @Test("A service that cannot be reached as the wait goes on is no typing mistake, and tolerated")
    func unreachable() async throws {
        let bench = try WaitBench(.jumping) { $0.retry.policy = StandardRetryPolicy().limitingAttempts(to: 1) }
        bench.add("pr_1", .init(.processed, at: .zero))
        let refused = TransportError(.connectionRefused, phase: .notSent, message: "refused")
        bench.api.inject(.fault(refused), atCall: 1)
        let run = try await bench.client.waitForParseRun(resuming: handle(10))
        #expect(run.status == .processed && bench.times == milliseconds(0, 500))
    }

    @Test("Whoever waits with less patience sets the pace for one who waited long")
    func company() async throws {
        let bench = try WaitBench(.jumping)
        bench.add("pr_1", .init(.processed, at: .seconds(1)))
        async let long = bench.client.waitForParseRun(resuming: handle(1_000))
        async let short = bench.client.waitForParseRun("pr_1")
        #expect(try await (long.status, short.status) == (.processed, .processed))
        #expect(bench.clock.now.offset <= .seconds(21))
    }
}
