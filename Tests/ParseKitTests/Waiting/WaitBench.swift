import ParseTesting
import Synchronization

@testable import ParseKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A client of the simulated service, when it asked for which run, and a barrier for what waiters are told.
final class WaitBench: Sendable {
    typealias Wait = Task<Result<ParseRun, ParseError>, Never>

    let clock: ManualClock
    let api: SimulatedParseAPI
    let client: ParseClient

    /// Every update of every wait, by the name of the wait.
    let updates = Mailbox<String>()

    private let recorder: Recorder
    private let executor = WaiterExecutor()

    init(
        _ mode: ManualClock.Mode = .stepping,
        tokens: (any TokenProvider)? = nil,
        _ change: (inout ParseClientConfiguration) -> Void = { _ in }
    ) throws {
        let clock = ManualClock(mode)
        self.clock = clock
        api = SimulatedParseAPI(time: clock.timeSource)
        recorder = Recorder(api: api, clock: clock)
        var configuration = ParseClientConfiguration().with {
            $0.time = clock.timeSource
            $0.random = .constant(0.5)
        }
        change(&configuration)
        client = ParseClient(
            tokens: try tokens ?? FixedToken(APIToken(api.token)),
            configuration: configuration,
            transport: recorder
        )
    }

    /// When the service was asked, in order.
    var times: [Duration] { recorder.requests.withLock { $0.map(\.at) } }

    /// For which runs, in order.
    var ids: [String] { recorder.requests.withLock { $0.map(\.id) } }

    func add(_ id: String, _ steps: SimulatedRun.Step...) {
        api.add(SimulatedRun(template: ParseRun(id: id, status: .processing), timeline: steps))
    }

    /// Puts a `Retry-After` on an answer, in seconds.
    func hint(_ seconds: Int, atCall number: Int) {
        recorder.hints.withLock { $0[number] = seconds }
    }

    /// Waits for a run in a task of its own, and returns once it has joined; each update is a letter with its name.
    func wait(
        _ name: String,
        for id: String = "pr_1",
        _ responseType: ResponseType = .url,
        timeout: Duration? = nil
    ) -> Wait {
        executor.start { [client, updates] () -> Result<ParseRun, ParseError> in
            do throws(ParseError) {
                let run = try await client.waitForParseRun(id, responseType: responseType, timeout: timeout) { _ in
                    updates.send(name)
                }
                return .success(run)
            } catch {
                return .failure(error)
            }
        }
    }

    /// Returns once a wait has been told of a look.
    func told(_ name: String) async {
        while await updates.next() != name {}
    }

    /// The names of the next updates, sorted, as waiters are not told in any order.
    func told(_ count: Int) async -> [String] {
        var names: [String] = []
        for _ in 0..<count { names.append(await updates.next()) }
        return names.sorted()
    }

    /// Moves time on to the end of the next sleep, once so many are asleep.
    func step(_ sleepers: Int = 1) async throws {
        try await clock.waitForSleepers(sleepers)
        clock.advanceToNextSleeper()
    }

    private final class Recorder: Transport {
        let requests = Mutex<[(at: Duration, id: String)]>([])
        let hints = Mutex<[Int: Int]>([:])
        private let api: SimulatedParseAPI
        private let clock: ManualClock

        init(api: SimulatedParseAPI, clock: ManualClock) {
            self.api = api
            self.clock = clock
        }

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            let number = requests.withLock { requests in
                requests.append((clock.now.offset, request.url.lastPathComponent))
                return requests.count
            }
            var response = try await api.send(request)
            if let hint = hints.withLock({ $0[number] }) { response.head.headers["Retry-After"] = "\(hint)" }
            return response
        }
    }
}

extension Result<ParseRun, ParseError> {
    var status: ParseRun.Status? { try? get().status }

    var error: ParseError? {
        if case .failure(let error) = self { error } else { nil }
    }
}

/// Instants in milliseconds.
func milliseconds(_ numbers: Int...) -> [Duration] {
    numbers.map { .milliseconds($0) }
}
