import ParseRetry
import ParseTesting
import ParseTransport
import Testing

@Suite("RetryingTransport, rows A41 to A44: time and cancellation")
struct DeadlineRowsTests {
    /// A service whose heads take an hour, on connections that wait for them.
    private func silent(_ count: Int, attemptTimeout: Duration) throws -> (RetryBench, TransportRequest) {
        let hour = MockExchange(answer: .response(status: 200), after: .seconds(3_600))
        var bench = RetryBench(Array(repeating: hour, count: count))
        bench.configuration.attemptTimeout = attemptTimeout
        var request = try RetryBench.request()
        request.timeouts.idle = .seconds(7_200)
        return (bench, request)
    }

    @Test("A41 Each attempt gets its time or what is left of the deadline, and none is begun without any")
    func a41_row() async throws {
        let (bench, request) = try silent(4, attemptTimeout: .seconds(2))
        let deadline = Deadline(after: .seconds(5), on: bench.clock.timeSource)
        let result = await #expect(throws: RetryError.self) {
            try await bench.transport.perform(request, before: deadline)
        }
        let error = try #require(result)
        #expect(
            error.attempts.map(\.description) == [
                "#1 after 0 s: timedOut at 2 s, tried again as transient",
                "#2 after 100 ms: timedOut at 4.1 s, tried again as transient",
                "#3 after 200 ms: timedOut at 5 s, ended by the deadline limit",
            ])
        #expect(error.fault.kind == .timedOut)
        #expect(error.limit == .deadline)
        #expect(bench.clock.now.offset == .seconds(5))
    }

    @Test("A41 A deadline never passes unnoticed, whatever it is, seed 41")
    func a41_never() async throws {
        let random = RandomSource.seeded(41)
        for _ in 0..<50 {
            let (bench, request) = try silent(4, attemptTimeout: .milliseconds(Int(random.number(in: 1...3_000))))
            let limit = Duration.milliseconds(Int(random.number(in: 1...8_000)))
            let deadline = Deadline(after: limit, on: bench.clock.timeSource)
            await #expect(throws: RetryError.self) { try await bench.transport.perform(request, before: deadline) }
            #expect(bench.clock.now.offset <= limit)
            #expect(bench.clock.sleepers == 0)
        }
    }

    @Test("A42 A deadline that has passed allows no attempt", arguments: [0, -1])
    func a42_row(seconds: Int) async throws {
        let bench = RetryBench(statuses: [200])
        let error = try await bench.failure(within: .seconds(seconds))
        #expect(error.attempts.isEmpty)
        #expect(error.limit == .deadline)
        #expect(error.fault.kind == .timedOut)
        #expect(error.fault.phase == .notSent)
        #expect(bench.mock.requests.isEmpty)
        #expect(bench.budget.trace.isEmpty)
    }

    @Test("A43 Cancelling the wait between attempts ends the call at once, and its price comes back")
    func a43_row() async throws {
        let bench = RetryBench(statuses: [500, 200], mode: .stepping)
        let task = Task { try await bench.perform() }
        try await bench.clock.waitForSleepers()
        #expect(bench.budget.trace == [486])
        task.cancel()
        let error = await #expect(throws: RetryError.self) { try await task.value }
        #expect(error?.fault.kind == .cancelled)
        #expect(error?.attempts.map(\.outcome) == [.status(500)])
        #expect(error?.limit == nil)
        #expect(bench.mock.requests.count == 1)
        #expect(bench.clock.now.offset == .zero)
        #expect(bench.clock.sleepers == 0)
        #expect(try bench.tokens() == 500)
    }

    @Test("A44 Cancelling an attempt ends it and the call")
    func a44_row() async throws {
        let bench = RetryBench(
            [
                MockExchange(answer: .response(status: 200), after: .seconds(9)),
                MockExchange(answer: .response(status: 200)),
            ],
            mode: .stepping
        )
        let task = Task { try await bench.perform() }
        try await bench.clock.waitForSleepers()
        task.cancel()
        let error = await #expect(throws: RetryError.self) { try await task.value }
        #expect(error?.fault.kind == .cancelled)
        #expect(error?.fault.phase == .awaitingResponse)
        #expect(error?.attempts.count == 1)
        #expect(bench.mock.requests.count == 1)
        #expect(bench.clock.sleepers == 0)
        #expect(bench.budget.trace.isEmpty)
    }

    @Test("A44 A task that is cancelled already sends nothing")
    func a44_already() async throws {
        let bench = RetryBench(statuses: [200])
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await bench.perform()
        }
        let error = await #expect(throws: RetryError.self) { try await task.value }
        #expect(error?.fault.kind == .cancelled)
        #expect(error?.attempts.isEmpty == true)
        #expect(bench.mock.requests.isEmpty)
    }

    @Test("A44 A cancelled task does not retry what a careless transport reports")
    func a44_careless() async throws {
        struct Careless: Transport {
            let time: TimeSource

            func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
                try? await time.sleep(for: .seconds(9))
                throw TransportError(.connectionBroken, phase: .awaitingResponse, message: "Socket closed.")
            }
        }
        let bench = RetryBench([], mode: .stepping)
        let time = bench.clock.timeSource
        let transport = RetryingTransport(Careless(time: time), configuration: bench.configuration, time: time)
        let request = try RetryBench.request()
        let task = Task { try await transport.perform(request) }
        try await bench.clock.waitForSleepers()
        task.cancel()
        let error = await #expect(throws: RetryError.self) { try await task.value }
        #expect(error?.fault.kind == .cancelled)
        #expect(error?.attempts.count == 1)
        #expect(try bench.tokens() == 500)
    }

    @Test("An attempt's timeout is a fault that may have reached the server: a POST is not repeated")
    func attemptTimeout() async throws {
        let (bench, get) = try silent(2, attemptTimeout: .seconds(1))
        var post = get
        post.method = .post
        let result = await #expect(throws: RetryError.self) { try await bench.transport.perform(post) }
        let error = try #require(result)
        #expect(error.fault.kind == .timedOut)
        #expect(error.fault.phase == .awaitingResponse)
        #expect(error.attempts.count == 1)
        #expect(error.limit == nil)
        #expect(bench.clock.now.offset == .seconds(1))
    }

    @Test("No wait is begun that leaves too little time for an attempt")
    func noPointlessWait() async throws {
        let bench = RetryBench(statuses: [500, 200])
        let result = try await bench.perform(within: .milliseconds(150))
        #expect(result.response.status == 500)
        #expect(result.limit == .deadline)
        #expect(bench.clock.now.offset == .zero)
        let roomy = RetryBench(statuses: [500, 200])
        #expect(try await roomy.perform(within: .milliseconds(151)).response.status == 200)
    }

    @Test("A wait that ended too late is not followed by an attempt, and its price comes back")
    func lateWait() async throws {
        let bench = RetryBench(statuses: [500, 200], mode: .stepping)
        let task = Task { try await bench.perform(within: .seconds(5)) }
        try await bench.clock.waitForSleepers()
        bench.clock.advance(by: .seconds(60))  // The machine slept.
        let result = try await task.value
        #expect(result.response.status == 500)
        #expect(result.limit == .deadline)
        #expect(bench.mock.requests.count == 1)
        #expect(try bench.tokens() == 500)
    }

    @Test("The policy's own limit of time ends the call with its reason")
    func elapsedTime() async throws {
        var bench = RetryBench(statuses: [429, 429, 429, 429])
        bench.configuration.policy = StandardRetryPolicy().limitingTime(to: .seconds(3))
        let result = try await bench.perform()
        #expect(result.limit == .elapsedTime)
        #expect(result.attempts.count == 3)
    }
}
