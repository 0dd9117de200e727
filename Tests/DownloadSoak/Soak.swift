import Foundation
import Synchronization

/// Runs many scripts, one on each processor at a time.
final class Soak: Sendable {
    private let options: Options
    private let state = Mutex(State())

    private struct State {
        var next = 0
        var tally = Tally()
        var failures: [Failure] = []
        var running = 0
    }

    /// After so many failures there is nothing new to learn.
    private static let mostFailures = 10

    init(_ options: Options) {
        self.options = options
    }

    /// Runs all.
    ///
    /// - Returns: what was counted, and what failed.
    func run() -> (Tally, [Failure]) {
        let threads = (0..<ProcessInfo.processInfo.activeProcessorCount).map { _ in Thread { self.work() } }
        state.withLock { $0.running = threads.count }
        for thread in threads {
            // A deep recursion in a debug build needs more than a thread's usual stack.
            thread.stackSize = 8 << 20
            thread.start()
        }
        while state.withLock({ $0.running }) > 0 { Thread.sleep(forTimeInterval: 0.01) }
        return state.withLock { ($0.tally, $0.failures) }
    }

    private func work() {
        var tally = Tally()
        while let number = nextNumber() {
            let seed = Self.seed(of: number, options.seed)
            if options.announces { print("script \(seed)") }
            defer { if options.announces { print("script \(seed) is over") } }
            do throws(Failure) {
                tally.add(try ScriptRun(seed: seed).run())
            } catch {
                state.withLock { $0.failures.append(error) }
            }
        }
        state.withLock { state in
            state.tally.add(tally)
            state.running -= 1
        }
    }

    private func nextNumber() -> Int? {
        state.withLock { state in
            guard state.next < options.scripts, state.failures.count < Self.mostFailures else { return nil }
            state.next += 1
            return state.next - 1
        }
    }

    /// Far apart for neighbours, and short enough to be typed.
    private static func seed(of number: Int, _ seed: UInt64) -> UInt64 {
        Dice(seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(number)).seed()
    }
}
