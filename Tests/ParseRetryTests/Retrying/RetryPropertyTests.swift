import ParseRetry
import ParseTesting
import ParseTransport
import Testing

@Suite("RetryingTransport, whatever the service does")
struct RetryPropertyTests {
    private static let statuses = [200, 204, 302, 400, 404, 408, 413, 421, 425, 429, 500, 501, 502, 503, 504, 529]

    private func script(_ random: RandomSource) -> (exchanges: [MockExchange], asked: [Duration?]) {
        var exchanges: [MockExchange] = []
        var asked: [Duration?] = []
        for _ in 0..<4 {
            let delay = Duration.milliseconds(Int(random.number(in: 0...3_000)))
            let status = Self.statuses[Int(random.number(in: 0...15))]
            guard random.number(in: 0...1) < 0.8 else {
                let fault = TransportError(.connectionBroken, phase: .awaitingResponse, message: "Reset by peer.")
                exchanges.append(MockExchange(answer: .failure(fault), after: delay))
                asked.append(nil)
                continue
            }
            var headers: HeaderFields = [:]
            let milliseconds = random.number(in: 0...1) < 0.5 ? Int(random.number(in: 0...5_000)) : nil
            if let milliseconds { headers["Retry-After-Ms"] = String(milliseconds) }
            exchanges.append(MockExchange(answer: .response(status: status, headers: headers), after: delay))
            asked.append(milliseconds.map { .milliseconds($0) })
        }
        return (exchanges, asked)
    }

    @Test(
        "It never knocks too early, nor after the deadline, nor more often than allowed",
        arguments: 1...100 as ClosedRange<UInt64>)
    func invariants(seed: UInt64) async throws {
        let random = RandomSource.seeded(seed)
        let (exchanges, asked) = script(random)
        var bench = RetryBench(exchanges)
        bench.random = random
        let limit = Duration.milliseconds(Int(random.number(in: 1...15_000)))
        let method: TransportRequest.Method = random.number(in: 0...1) < 0.5 ? .get : .post
        let attempts: [AttemptRecord]
        do {
            attempts = try await bench.perform(method, within: limit).attempts
        } catch let error as RetryError {
            attempts = error.attempts
        }
        #expect((1...4).contains(attempts.count))
        #expect(bench.clock.now.offset <= limit)
        #expect(attempts.last?.end == bench.clock.now.offset)
        for (index, (before, after)) in zip(attempts, attempts.dropFirst()).enumerated() {
            #expect(after.start - before.end == after.delay)
            #expect(after.delay >= asked[index] ?? .zero)
            #expect(after.delay <= .milliseconds(20_000))
        }
        #expect(attempts.map(\.number) == Array(1...attempts.count))
        #expect(try (0...500).contains(bench.tokens()))
    }

    @Test(
        "Cancelled wherever it waits, in an attempt, between two or for its turn, it ends at once and leaves nothing",
        arguments: 0..<8)
    func cancelledAnywhere(steps: Int) async throws {
        let slow = MockExchange(answer: .response(status: 503), after: .seconds(1))
        let bench = RetryBench([slow, slow, slow, slow], mode: .stepping)
        let origin = try #require(Origin(try RetryBench.request().url))
        bench.configuration.pacer?.pause(origin, until: .seconds(5))
        let task = Task { try await bench.perform() }
        for _ in 0..<steps {
            try await bench.clock.waitForSleepers()
            _ = bench.clock.advanceToNextSleeper()
        }
        try await bench.clock.waitForSleepers()
        let now = bench.clock.now
        task.cancel()
        let error = await #expect(throws: RetryError.self) { try await task.value }
        #expect(error?.fault.kind == .cancelled)
        #expect(bench.clock.now == now && bench.clock.waiters == 0)
        #expect(error?.attempts.count ?? 0 <= (steps + 1) / 2)
    }
}
