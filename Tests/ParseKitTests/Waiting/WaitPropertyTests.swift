import ParseTesting
import Testing

@testable import ParseKit

@Suite("Waiting for runs, whoever comes and goes")
struct WaitPropertyTests {
    @Test(
        "Whoever is cancelled at any moment leaves no sleeper, no place in line and no task behind",
        .timeLimit(.minutes(1)),
        arguments: 1...40 as ClosedRange<UInt64>)
    func nothingLeft(seed: UInt64) async throws {
        let (ended, signal) = AsyncStream<Void>.makeStream()
        let clock = try await comeAndGo(seed: seed, tokens: Witness(signal))
        // The last task that looks at a run lets the client go, and the witness with it.
        for await _ in ended {}
        #expect(clock.waiters == 0)
    }

    private func comeAndGo(seed: UInt64, tokens: Witness) async throws -> ManualClock {
        let random = RandomSource.seeded(seed)
        func draw(_ count: Int) -> Int { Int(random.number(in: 0...Double(count)).nextDown) }
        let bench = try WaitBench(tokens: tokens) { $0.pollRate = draw(2) == 0 ? nil : 1 + draw(5) }
        let ids = (0..<4).map { "pr_\($0)" }
        for id in ids { bench.add(id, .init(.processed, at: .seconds(1 + draw(30)))) }
        for call in 1...20 where draw(3) == 0 { bench.api.inject(.delay(.milliseconds(draw(3_000))), atCall: call) }
        var tasks: [Task<Int, Never>] = []
        for _ in 0..<80 {
            switch draw(5) {
            case 0:
                let wait = bench.wait("a", for: ids[draw(4)], timeout: draw(2) == 0 ? nil : .milliseconds(draw(9_000)))
                tasks.append(
                    Task {
                        await withTaskCancellationHandler {
                            _ = await wait.value
                        } onCancel: {
                            wait.cancel()
                        }
                        return 1
                    })
            case 1:
                tasks.append(
                    Task { [client = bench.client, timeout = Duration.milliseconds(draw(9_000))] in
                        var count = 0
                        for await _ in client.waitForParseRuns(ids, timeout: timeout) { count += 1 }
                        return count
                    })
            case 2: tasks.randomElement(random)?.cancel()
            default: bench.clock.advance(by: .milliseconds(draw(700)))
            }
            for _ in 0..<draw(6) { await Task.yield() }
        }
        for task in tasks { task.cancel() }
        for task in tasks { #expect([1, 4].contains(await task.value)) }
        #expect(bench.clock.sleepers == 0)
        #expect(bench.client.polls.runs == 0 && bench.client.polls.rate?.waiting ?? 0 == 0)
        return bench.clock
    }

    /// A token provider that says when nobody holds it any more.
    private final class Witness: TokenProvider {
        private let signal: AsyncStream<Void>.Continuation

        init(_ signal: AsyncStream<Void>.Continuation) {
            self.signal = signal
        }

        func token() async throws -> APIToken { try APIToken("sk_simulated") }

        deinit {
            signal.finish()
        }
    }
}

extension Array {
    fileprivate func randomElement(_ random: RandomSource) -> Element? {
        isEmpty ? nil : self[Int(random.number(in: 0...Double(count)).nextDown)]
    }
}
