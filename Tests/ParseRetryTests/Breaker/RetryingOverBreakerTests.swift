import ParseRetry
import ParseTesting
import ParseTransport
import Testing

@Suite("RetryingTransport over CircuitBreakingTransport")
struct RetryingOverBreakerTests {
    private func retrying(
        _ bench: BreakerBench,
        attempts: Int,
        attemptTimeout: Duration = .seconds(60),
        budget: RecordedBudget = RecordedBudget(.init())
    ) -> RetryingTransport {
        RetryingTransport(
            bench.transport,
            configuration: RetryConfiguration(
                policy: StandardRetryPolicy().limitingAttempts(to: attempts),
                throttle: budget,
                attemptTimeout: attemptTimeout
            ),
            time: bench.clock.timeSource,
            random: .constant(1)
        )
    }

    @Test("E23 One call's attempts are one call: it is the second call's failure that opens the circuit")
    func e23_attempts() async throws {
        let bench = BreakerBench(statuses: Array(repeating: 500, count: 7), mode: .jumping)
        let transport = retrying(bench, attempts: 6)
        let first = try await transport.perform(BreakerBench.request())
        #expect(first.attempts.count == 6)
        #expect(try bench.state() == .closed)
        let error = await #expect(throws: RetryError.self) { try await transport.perform(BreakerBench.request()) }
        #expect(error?.attempts.map(\.outcome).first == .status(500))
        #expect(error?.fault.kind == .circuitOpen)
        #expect(error?.attempts.count == 2)
        #expect(error?.limit == nil)
        try bench.mock.verify()
    }

    @Test("E23 A call refused by an open circuit ends at once: no second attempt, no wait, no token")
    func e23_failsFast() async throws {
        let bench = BreakerBench(statuses: [500, 500, 500, 500, 500, 200, 200], mode: .jumping)
        let budget = RecordedBudget(.init())
        let transport = retrying(bench, attempts: 4, budget: budget)
        _ = try await bench.send(times: 5)
        let error = await #expect(throws: RetryError.self) { try await transport.perform(BreakerBench.request()) }
        #expect(error?.fault.kind == .circuitOpen)
        #expect(error?.attempts.count == 1)
        #expect(bench.clock.now.offset == .zero)
        #expect(budget.trace.isEmpty)
        bench.clock.advance(by: .seconds(5))
        for _ in 0..<2 { #expect(try await transport.perform(BreakerBench.request()).response.status == 200) }
        #expect(try bench.state() == .closed)
    }

    @Test("E23 An attempt that its timeout cut off is a failure, one that the caller's deadline cut off is not")
    func e23_timeouts() async throws {
        let hanging = Array(repeating: MockExchange(answer: .response(status: 200), after: .seconds(20)), count: 10)
        let bench = BreakerBench(hanging, mode: .jumping)
        let transport = retrying(bench, attempts: 1, attemptTimeout: .seconds(2))
        func call(within limit: Duration) async throws -> TransportError.Kind? {
            let deadline = Deadline(after: limit, on: bench.clock.timeSource)
            let error = await #expect(throws: RetryError.self) {
                try await transport.perform(BreakerBench.request(), before: deadline)
            }
            return error?.fault.kind
        }
        for _ in 0..<5 { #expect(try await call(within: .seconds(1)) == .timedOut) }
        #expect(try bench.state() == .closed)
        for _ in 0..<5 { #expect(try await call(within: .seconds(3)) == .timedOut) }
        #expect(try bench.state() == .open(until: .seconds(20)))
        #expect(try await call(within: .seconds(3)) == .circuitOpen)
        try bench.mock.verify()
    }
}
