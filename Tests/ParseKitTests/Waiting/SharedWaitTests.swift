import ParseTesting
import Testing

@testable import ParseKit

@Suite("Waiting for one run, many waiters")
struct SharedWaitTests {
    @Test("B12 Three who wait for one run are told by one request a tick; one is cancelled, two are told the end")
    func b12_oneRequestPerTick() async throws {
        let bench = try WaitBench()
        bench.add("pr_1", .init(.processed, at: .seconds(2)))
        let waits = ["a", "b", "c"].map { bench.wait($0) }
        #expect(await bench.told(3) == ["a", "b", "c"])
        for _ in 0..<2 {
            try await bench.step()
            #expect(await bench.told(3) == ["a", "b", "c"])
        }
        waits[1].cancel()
        let cancelled = await waits[1].value.error
        #expect(cancelled?.code == .cancelled && cancelled?.handle?.lastStatus == .processing)
        #expect(cancelled?.handle?.secondsWaited == 1)
        for _ in 0..<2 { try await bench.step() }
        #expect(await waits[0].value.status == .processed)
        #expect(await waits[2].value.status == .processed)
        #expect(bench.times == milliseconds(0, 500, 1_000, 1_500, 2_000))
        #expect(bench.client.polls.runs == 0 && bench.clock.sleepers == 0)
    }

    @Test("B12 Whoever is cancelled while the request is under way leaves at once, and the request goes on")
    func b12_cancelledAsking() async throws {
        let bench = try WaitBench()
        bench.add("pr_1", .init(.processed, at: .seconds(1)))
        bench.api.inject(.delay(.seconds(5)), atCall: 1)
        let first = bench.wait("a")
        try await bench.clock.waitForSleepers()
        let second = bench.wait("b")
        #expect(bench.client.polls.waiters == 2)
        first.cancel()
        #expect(await first.value.error?.code == .cancelled)
        #expect(bench.clock.sleepers == 1)
        try await bench.step()
        #expect(await second.value.status == .processed)
        #expect(bench.times == [.zero])
    }

    @Test("B12 With the last one the polling ends, a request under way too")
    func b12_lastLeaves() async throws {
        let bench = try WaitBench()
        bench.add("pr_1")
        bench.api.inject(.delay(.seconds(5)), atCall: 2)
        let waits = ["a", "b"].map { bench.wait($0) }
        _ = await bench.told(2)
        try await bench.step()
        try await bench.clock.waitForSleepers()
        for wait in waits { wait.cancel() }
        #expect(bench.clock.sleepers == 0 && bench.client.polls.runs == 0)
        for wait in waits { #expect(await wait.value.error?.code == .cancelled) }
        #expect(bench.times == milliseconds(0, 500))
    }

    @Test("Whoever comes within the tick is told what is known; whoever comes later asks at once, and sets the pace")
    func joining() async throws {
        let bench = try WaitBench { $0.polling.minimum = .seconds(2) }
        bench.add("pr_1")
        let first = bench.wait("a")
        #expect(await bench.told(1) == ["a"])
        try await bench.clock.waitForSleepers()
        bench.clock.advance(by: .seconds(1))
        let second = bench.wait("b")
        #expect(await bench.told(1) == ["b"])
        #expect(bench.times == milliseconds(0))
        // Until a look every five seconds is enough for both.
        while bench.clock.now.offset < .seconds(102) { try await bench.step() }
        try await bench.clock.waitForSleepers()
        let count = bench.times.count
        bench.clock.advance(by: .seconds(3))
        let came = bench.clock.now.offset
        let third = bench.wait("c")
        await bench.told("c")
        for _ in 0..<2 { try await bench.step() }
        try await bench.clock.waitForSleepers()
        #expect(Array(bench.times.dropFirst(count)) == [came, came + .seconds(2), came + .seconds(4)])
        for wait in [first, second, third] { wait.cancel() }
        #expect(bench.clock.sleepers == 0)
    }

    @Test("A run in another form is another request")
    func forms() async throws {
        let bench = try WaitBench()
        bench.add("pr_1", .init(.processed, at: .zero))
        let waits = [bench.wait("a", .url), bench.wait("b", .inline)]
        for wait in waits { #expect(await wait.value.status == .processed) }
        #expect(bench.times == milliseconds(0, 0))
    }

    @Test("A hint holds for whoever comes meanwhile, except for the last look of a wait that is over before")
    func serverDelay() async throws {
        let bench = try WaitBench()
        bench.add("pr_1", .init(.processed, at: .seconds(8)))
        for call in 1...2 { bench.hint(8, atCall: call) }
        let first = bench.wait("a")
        #expect(await bench.told(1) == ["a"])
        try await bench.clock.waitForSleepers()
        bench.clock.advance(by: .seconds(3))
        let second = bench.wait("b")
        let hasty = bench.wait("c", timeout: .seconds(4))
        #expect(await bench.told(2) == ["b", "c"])
        try await bench.step()
        let error = await hasty.value.error
        #expect(error?.code == .timedOut && error?.handle?.lastStatus == .processing)
        #expect(bench.clock.now.offset == .seconds(7))
        try await bench.step()
        #expect(await first.value.status == .processed)
        #expect(await second.value.status == .processed)
        #expect(bench.times == milliseconds(0, 7_000, 15_000))
    }

    @Test("What fails for one who has never seen the run may pass for another")
    func ownFaults() async throws {
        let bench = try WaitBench { $0.retry.policy = StandardRetryPolicy().limitingAttempts(to: 1) }
        bench.add("pr_1", .init(.processed, at: .milliseconds(900)))
        bench.api.inject(
            .fault(TransportError(.connectionRefused, phase: .notSent, message: "refused")),
            atCall: 2
        )
        let first = bench.wait("a")
        #expect(await bench.told(1) == ["a"])
        try await bench.clock.waitForSleepers()
        bench.clock.advance(by: .milliseconds(400))
        // Without time left it asks at once, whatever is known.
        let error = await bench.wait("b", timeout: .zero).value.error
        #expect(error?.code == .network && error?.handle?.id == "pr_1")
        try await bench.step()
        #expect(await first.value.status == .processed)
        #expect(bench.times == milliseconds(0, 400, 900))
    }

    @Test("A fault of a request that began before is not the business of whoever came meanwhile")
    func othersFault() async throws {
        let bench = try WaitBench { $0.retry.policy = StandardRetryPolicy().limitingAttempts(to: 1) }
        bench.add("pr_1", .init(.processed, at: .seconds(2)))
        bench.api.inject(.delay(.seconds(200)), atCall: 1)
        let first = bench.wait("a", timeout: .seconds(1))
        try await bench.clock.waitForSleepers()
        let second = bench.wait("b")
        #expect(bench.client.polls.waiters == 2)
        bench.clock.advance(by: .seconds(2))
        #expect(await first.value.error?.code == .timedOut)
        #expect(await second.value.status == .processed)
        #expect(bench.times == milliseconds(0, 2_000))
    }
}
