import ParseRetry
import ParseTesting
import ParseTransport
import Synchronization
import Testing

@Suite("One answer that asks for fewer requests slows all calls", .timeLimit(.minutes(1)))
struct PacingRowsTests {
    /// A service that serves so many requests in each second, and refuses the rest.
    private final class Limited: Transport {
        let capabilities = TransportCapabilities.streaming
        private let clock: ManualClock
        private let perSecond: Int
        private let state = Mutex((sent: [Duration](), refused: 0))

        init(_ perSecond: Int, on clock: ManualClock) {
            self.clock = clock
            self.perSecond = perSecond
        }

        var sent: [Duration] { state.withLock { $0.sent } }
        var refused: Int { state.withLock { $0.refused } }

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            let now = clock.now.offset
            let isAllowed = state.withLock { state in
                state.sent.append(now)
                let recent = state.sent.filter { now - $0 < .seconds(1) }.count
                if recent > perSecond { state.refused += 1 }
                return recent <= perSecond
            }
            let head = ResponseHead(status: isAllowed ? 200 : 429, headers: isAllowed ? [:] : ["Retry-After": "2"])
            return TransportResponse(head: head, body: ResponseBody([]))
        }
    }

    private final class Endings: Sendable {
        let list = Mutex<[Int]>([])
    }

    /// Makes many calls on one thread; time passes only when none of them can run.
    ///
    /// - Returns: how they ended, in the order they did.
    private func run(
        _ count: Int,
        on clock: ManualClock,
        _ call: @escaping @Sendable (Int) async throws -> Int
    ) -> [Int] {
        let endings = Endings()
        let ended = OneThread.run(on: clock) {
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<count {
                    group.addTask {
                        let ending = (try? await call(number)) ?? -1
                        endings.list.withLock { $0.append(ending) }
                    }
                }
            }
        }
        #expect(ended)
        return endings.list.withLock { $0 }
    }

    @Test("E26 A hundred calls, one after the other in quick succession: after one 429 there are at most three more")
    func e26_hundredCalls() throws {
        let clock = ManualClock()
        let service = Limited(20, on: clock)
        let transport = RetryingTransport(
            service, configuration: RetryConfiguration(), time: clock.timeSource, random: .seeded(26))
        let request = try RetryBench.request()
        let statuses = run(100, on: clock) { number in
            try await clock.timeSource.sleep(for: .milliseconds(20 * number))
            return try await transport.perform(request).response.status
        }
        #expect(statuses == [Int](repeating: 200, count: 100))
        #expect((1...4).contains(service.refused))
        #expect(service.sent.last.map { $0 < .seconds(12) } == true)
    }

    /// A service without limits that has asked for a pause of three seconds.
    private func pausedForThreeSeconds(
        _ service: Limited,
        on clock: ManualClock
    ) throws -> (transport: RetryingTransport, request: TransportRequest) {
        let pacer = RequestPacer()
        let request = try RetryBench.request()
        pacer.pause(try #require(Origin(request.url)), until: .seconds(3))
        let configuration = RetryConfiguration(pacer: pacer)
        return (RetryingTransport(service, configuration: configuration, time: clock.timeSource), request)
    }

    @Test("While a pause lasts nothing is sent; behind it the line moves at its pace, and then freely again")
    func line() async throws {
        let clock = ManualClock()
        let service = Limited(.max, on: clock)
        let (transport, request) = try pausedForThreeSeconds(service, on: clock)
        _ = run(10, on: clock) { _ in try await transport.perform(request).response.status }
        #expect(service.sent == (0..<10).map { .milliseconds(3_000 + 100 * $0) })
        clock.advance(by: .seconds(1))
        for _ in 0..<3 { _ = try await transport.perform(request) }
        #expect(Set(service.sent.suffix(3)).count == 1)
    }

    @Test("Whose turn would come too late fails at once, and says so; another origin is not held back")
    func tooLate() async throws {
        let clock = ManualClock(.jumping)
        let service = Limited(.max, on: clock)
        let events = Mutex<[RetryEvent]>([])
        let configuration = RetryConfiguration(observe: { event in events.withLock { $0.append(event) } })
        let transport = RetryingTransport(service, configuration: configuration, time: clock.timeSource)
        let request = try RetryBench.request()
        configuration.pacer?.pause(try #require(Origin(request.url)), until: .seconds(60))
        let error = await #expect(throws: RetryError.self) {
            try await transport.perform(request, before: Deadline(after: .seconds(30), on: clock.timeSource))
        }
        #expect(error?.limit == .deadline && error?.fault.phase == .notSent)
        #expect(events.withLock { $0 } == [.gaveUp(.deadline)])
        #expect(service.sent.isEmpty && clock.now.offset == .zero)
        _ = try await transport.perform(try RetryBench.request(host: "other.example.com"))
        #expect(service.sent == [.zero])
    }

    @Test("A wait for a turn ends at once when its task is cancelled")
    func cancelled() async throws {
        let clock = ManualClock()
        let configuration = RetryConfiguration()
        let transport = RetryingTransport(
            Limited(.max, on: clock), configuration: configuration, time: clock.timeSource)
        let request = try RetryBench.request()
        configuration.pacer?.pause(try #require(Origin(request.url)), until: .seconds(60))
        let task = Task { await #expect(throws: RetryError.self) { try await transport.perform(request) } }
        try await clock.waitForSleepers()
        task.cancel()
        #expect(await task.value?.fault.kind == .cancelled)
        #expect(clock.waiters == 0)
    }

    @Test("A call that is held back until it is too late, or cancelled, adds nothing to the budget")
    func budget() async throws {
        let bench = RetryBench(statuses: [], mode: .stepping)
        let request = try RetryBench.request()
        let origin = try #require(Origin(request.url))
        _ = bench.budget.base.withdraw(for: .transient, to: origin, at: .zero)
        bench.configuration.pacer?.pause(origin, until: .seconds(60))
        let tokens = try bench.tokens()
        #expect(try await bench.failure(within: .seconds(1)).limit == .deadline)
        let task = Task { [transport = bench.transport] in
            await #expect(throws: RetryError.self) { try await transport.perform(request) }
        }
        try await bench.clock.waitForSleepers()
        task.cancel()
        #expect(await task.value?.fault.kind == .cancelled)
        #expect(try bench.tokens() == tokens)
    }

    @Test("Who cannot wait so long, and who leaves the end of the line, takes no place from those behind")
    func placesGivenUp() async throws {
        let clock = ManualClock()
        let service = Limited(.max, on: clock)
        let (transport, request) = try pausedForThreeSeconds(service, on: clock)
        for _ in 0..<50 {
            let deadline = Deadline(after: .seconds(1), on: clock.timeSource)
            await #expect(throws: RetryError.self) { try await transport.perform(request, before: deadline) }
        }
        let task = Task { await #expect(throws: RetryError.self) { try await transport.perform(request) } }
        try await clock.waitForSleepers()
        task.cancel()
        _ = await task.value
        _ = run(2, on: clock) { _ in try await transport.perform(request).response.status }
        #expect(service.sent == [.milliseconds(3_000), .milliseconds(3_100)])
    }

    @Test("The last attempt of a call tells the others too how long the service asked to wait")
    func lastAttempt() async throws {
        var bench = RetryBench(429, ["Retry-After": "3"])
        bench.configuration.policy = StandardRetryPolicy().limitingAttempts(to: 1)
        #expect(try await bench.perform().limit == .attempts)
        #expect(try await bench.perform().response.status == 200)
        #expect(bench.clock.now.offset == .seconds(3))
    }
}
