import Foundation
import ParseTesting
import Testing

@testable import ParseKit

@Suite("Waiting for runs at a service that refuses looks for a while", .timeLimit(.minutes(1)))
struct RefusedWaitTests {
    /// Each look is one request, and nothing but the waits themselves keeps what the service asked for.
    private func bench(
        _ mode: ManualClock.Mode = .stepping,
        _ change: (inout ParseClientConfiguration) -> Void = { _ in }
    ) throws -> WaitBench {
        try WaitBench(mode) {
            $0.retry.policy = StandardRetryPolicy().limitingAttempts(to: 1)
            $0.retry.pacer = nil
            change(&$0)
        }
    }

    @Test("Whoever comes while the service wants no look waits with the others, and is told at once if it cannot")
    func newcomer() async throws {
        let bench = try bench()
        bench.add("pr_1", .init(.processed, at: .seconds(5)))
        bench.api.inject(.rateLimited(retryAfter: .seconds(10)), atCall: 2)
        let first = bench.wait("a")
        #expect(await bench.told(1) == ["a"])
        try await bench.step()
        try await bench.clock.waitForSleepers()
        bench.clock.advance(by: .seconds(3))
        let second = bench.wait("b")
        let hasty = bench.wait("c", timeout: .seconds(4))
        try #require(bench.client.polls.waiters == 2)
        let error = await hasty.value.error
        #expect(error?.code == .timedOut && (error?.cause as? ParseError)?.code == .rateLimited)
        #expect(bench.clock.now.offset == .milliseconds(3_500))
        try await bench.step()
        #expect(await first.value.status == .processed)
        #expect(await second.value.status == .processed)
        #expect(bench.times == milliseconds(0, 500, 10_500))
    }

    @Test("A wait that a pause outlasts ends at once, and says why and until when")
    func outlasted() async throws {
        let bench = try bench()
        bench.add("pr_1", .init(.processed, at: .seconds(5)))
        bench.api.inject(.rateLimited(retryAfter: .seconds(3_600)), atCall: 1)
        let error = await bench.wait("a", timeout: .seconds(1_800)).value.error
        #expect(error?.code == .timedOut && error?.limit == .attempts)
        #expect(error?.retryAt == bench.clock.date.addingTimeInterval(3_600))
        #expect(error?.retryAfter == .seconds(3_600))
        let message = error?.message ?? ""
        #expect(message.hasPrefix("The run was still unseen when the wait ended; the last look failed, rateLimited: "))
        #expect(error.map { "\($0)".contains("to be asked again at 2026-11-24T13:00:00Z") } == true)
        #expect(bench.clock.now.offset == .zero)
    }

    @Test("So does whoever came while the look was under way that was refused")
    func cameMeanwhile() async throws {
        let bench = try bench { $0.retry.policy = StandardRetryPolicy().limitingAttempts(to: 2) }
        bench.add("pr_1", .init(.processed, at: .seconds(5)))
        bench.api.inject(.status(503), atCall: 1)
        bench.api.inject(.rateLimited(retryAfter: .seconds(10)), atCall: 2)
        let first = bench.wait("a")
        try await bench.clock.waitForSleepers()
        let second = bench.wait("b")
        #expect(bench.client.polls.waiters == 2)
        try await bench.step()
        try await bench.clock.waitForSleepers()
        try #require(bench.times == milliseconds(0, 50))
        try await bench.step()
        #expect(await first.value.status == .processed)
        #expect(await second.value.status == .processed)
        #expect(bench.times == milliseconds(0, 50, 10_050))
    }

    @Test("B6 The time that the service asked to wait, within a look too, is none in which looks failed")
    func window() async throws {
        let bench = try WaitBench(.jumping)
        bench.add("pr_1")
        for call in 2...21 {
            bench.api.inject(.rateLimited(retryAfter: .seconds(25)), atCall: call)
        }
        let error = await bench.wait("a", timeout: .seconds(1_000)).value.error
        #expect(error?.code == .timedOut && error?.handle?.lastStatus == .processing)
        #expect(bench.times.count > 21 && bench.clock.now.offset >= .seconds(1_000))
    }

    @Test("A wait that begins while the service wants no requests at all waits for it")
    func heldBack() async throws {
        let bench = try WaitBench(.jumping)
        bench.add("pr_1", .init(.processed, at: .zero))
        bench.api.inject(.rateLimited(retryAfter: .seconds(300)), atCall: 1)
        await #expect(throws: ParseError.self) { try await bench.client.parseRun("pr_1") }
        #expect(await bench.wait("a").value.status == .processed)
        #expect(bench.times == milliseconds(0, 300_000))
    }

    @Test("B11 A hint of years puts the next look off by ten minutes")
    func years() async throws {
        let bench = try bench(.jumping)
        bench.add("pr_1", .init(.processed, at: .seconds(1)))
        bench.hint(1_000_000_000, atCall: 1)
        #expect(await bench.wait("a").value.status == .processed)
        #expect(bench.times == milliseconds(0, 600_000))
    }
}
