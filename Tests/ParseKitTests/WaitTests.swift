import ParseKit
import ParseTesting
import Testing

@Suite("Waiting for a run")
struct WaitTests {
    private let clock = ManualClock(.jumping)

    private func api(_ timeline: [SimulatedRun.Step]) -> SimulatedParseAPI {
        let api = SimulatedParseAPI(time: clock.timeSource)
        api.add(SimulatedRun(template: ParseRun(id: "pr_1", status: .processing), timeline: timeline))
        return api
    }

    @Test(
        "Every look is told, and the run is handed out in whatever way it ended",
        arguments: [ParseRun.Status.processed, .failed, .cancelled])
    func ends(_ ending: ParseRun.Status) async throws {
        let api = api([.init(.pending, at: .zero), .init(.processing, at: .seconds(1)), .init(ending, at: .seconds(5))])
        var seen: [ParseRun.Status] = []
        var polls: [Int] = []
        let run = try await api.client().waitForParseRun("pr_1") {
            seen.append($0.status)
            polls.append($0.polls)
        }
        #expect(run.status == ending)
        #expect(seen.first == .pending && seen.contains(.processing) && seen.last == ending)
        #expect(polls == Array(1...polls.count))
    }

    @Test("A status that nobody knows keeps the wait going")
    func unknown() async throws {
        let api = api([.init(ParseRun.Status(rawValue: "REVIEWING"), at: .zero), .init(.processed, at: .seconds(3))])
        #expect(try await api.client().waitForParseRun("pr_1").status == .processed)
    }

    @Test("When the time is over, the run's handle is handed back")
    func timeout() async throws {
        let api = api([])
        let client = try api.client()
        let error = await #expect(throws: ParseError.self) {
            try await client.waitForParseRun("pr_1", timeout: .seconds(30))
        }
        #expect(error?.code == .timedOut)
        #expect(error?.handle?.id == "pr_1" && error?.handle?.lastStatus == .processing)
        #expect((30..<32).contains(error?.handle?.secondsWaited ?? 0))
        #expect(clock.now.offset < .seconds(32))
    }

    @Test("So it is when the task is cancelled, at once")
    func cancelled() async throws {
        let stepping = ManualClock()
        let api = SimulatedParseAPI(time: stepping.timeSource)
        api.add(SimulatedRun(template: ParseRun(id: "pr_1", status: .processing), timeline: []))
        let client = try api.client()
        let wait = Task { () -> ParseError? in
            do throws(ParseError) {
                _ = try await client.waitForParseRun("pr_1")
                return nil
            } catch {
                return error
            }
        }
        try await stepping.waitForSleepers()
        wait.cancel()
        let error = await wait.value
        #expect(error?.code == .cancelled)
        #expect(error?.handle?.id == "pr_1" && error?.handle?.lastStatus == .processing)
    }

    @Test("Faults that might pass do not end a wait that has begun")
    func tolerant() async throws {
        let api = api([.init(.processed, at: .seconds(4))])
        for call in 2...9 { api.inject(call.isMultiple(of: 2) ? .status(502) : .reset, atCall: call) }
        #expect(try await api.client().waitForParseRun("pr_1").status == .processed)
    }

    @Test("Nor does a circuit that opens meanwhile: the wait goes on when it lets requests pass again")
    func circuitOpen() async throws {
        let api = api([.init(.processed, at: .seconds(4))])
        for call in 2...6 { api.inject(.status(502), atCall: call) }
        let breaking = CircuitBreakingTransport(api, time: clock.timeSource, random: .constant(1))
        let configuration = ParseClientConfiguration().with { $0.time = clock.timeSource }
        let client = try ParseClient(token: api.token, configuration: configuration, transport: breaking)
        #expect(try await client.waitForParseRun("pr_1").status == .processed)
        #expect(api.exchanges.map(\.status) == [200, 502, 502, 502, 502, 502, 200])
        #expect(clock.now.offset > .seconds(4))
    }

    @Test("A run that is not there ends it at once, and so does a service that cannot be reached")
    func hopeless() async throws {
        let api = SimulatedParseAPI(time: clock.timeSource)
        let client = try api.client()
        let missing = await #expect(throws: ParseError.self) { try await client.waitForParseRun("pr_none") }
        #expect(missing?.code == .notFound && missing?.operation == .waitForParseRun && api.exchanges.count == 1)

        let refused = TransportError(.connectionRefused, phase: .notSent, message: "refused")
        let offline = MockTransport((0..<4).map { _ in MockExchange(answer: .failure(refused)) }, clock: clock)
        let configuration = ParseClientConfiguration().with { $0.time = clock.timeSource }
        let unreachable = try ParseClient(token: "sk_1", configuration: configuration, transport: offline)
        let error = await #expect(throws: ParseError.self) { try await unreachable.waitForParseRun("pr_1") }
        #expect(error?.code == .network && error?.handle?.id == "pr_1")
        try offline.verify()
    }
}
