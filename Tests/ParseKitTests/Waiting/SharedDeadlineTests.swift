import ParseTesting
import Testing

@testable import ParseKit

@Suite("Waiting for one run, each with a timeout of its own")
struct SharedDeadlineTests {
    @Test("B8 Each has its last look when its own deadline comes, and the others go on")
    func b8_ownDeadlines() async throws {
        let bench = try WaitBench()
        bench.add("pr_1", .init(.processed, at: .milliseconds(2_600)))
        let patient = bench.wait("a")
        let hasty = bench.wait("b", timeout: .milliseconds(1_200))
        let slow = bench.wait("c", timeout: .milliseconds(1_900))
        #expect(await bench.told(3) == ["a", "b", "c"])
        for _ in 0..<3 { try await bench.step() }
        let first = await hasty.value.error
        #expect(first?.code == .timedOut && first?.handle?.secondsWaited == 1.2)
        for _ in 0..<2 { try await bench.step() }
        let second = await slow.value.error
        #expect(second?.code == .timedOut && second?.handle?.secondsWaited == 1.9)
        for _ in 0..<2 { try await bench.step() }
        #expect(await patient.value.status == .processed)
        #expect(bench.times == milliseconds(0, 500, 1_000, 1_200, 1_700, 1_900, 2_400, 2_900))
    }

    @Test("Whose time is over while the request is under way leaves it to the others")
    func timedOutAsking() async throws {
        let bench = try WaitBench()
        bench.add("pr_1", .init(.processed, at: .seconds(1)))
        bench.api.inject(.delay(.seconds(10)), atCall: 1)
        let patient = bench.wait("a")
        try await bench.clock.waitForSleepers()
        let hasty = bench.wait("b", timeout: .seconds(2))
        #expect(bench.client.polls.waiters == 2)
        bench.clock.advance(by: .seconds(2))
        let error = await hasty.value.error
        #expect(error?.code == .timedOut && error?.handle?.secondsWaited == 2)
        #expect(bench.clock.sleepers == 1 && bench.client.polls.waiters == 1)
        bench.clock.advance(by: .seconds(8))
        #expect(await patient.value.status == .processed)
        #expect(bench.times == [.zero])
    }

    @Test("Alone, it is the request that is cut off, and its fault is the cause")
    func alone() async throws {
        let bench = try WaitBench()
        bench.add("pr_1")
        bench.api.inject(.delay(.seconds(60)), atCall: 2)
        let wait = bench.wait("a", timeout: .milliseconds(400))
        #expect(await bench.told(1) == ["a"])
        try await bench.step()
        try await bench.clock.waitForSleepers()
        bench.clock.advance(by: .seconds(1))
        let error = await wait.value.error
        #expect(error?.code == .timedOut && (error?.cause as? ParseError)?.code == .timedOut)
        #expect(bench.times == milliseconds(0, 400) && bench.clock.now.offset == .milliseconds(1_400))
        #expect(bench.client.polls.runs == 0)
    }
}
