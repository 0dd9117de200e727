import ParseRetry
import ParseTesting
import Synchronization

/// A rate on a clock that stands still, and who had a turn when.
final class RateBench: Sendable {
    let clock = ManualClock()
    let rate: RequestRate
    private let record = Mutex<[(name: Int, at: Duration)]>([])

    init(perSecond: Int) {
        self.rate = RequestRate(perSecond: perSecond, time: clock.timeSource)
    }

    /// Who had a turn, in order.
    var names: [Int] { record.withLock { $0.map(\.name) } }

    /// When the turns were taken, in order.
    var times: [Duration] { record.withLock { $0.map(\.at) } }

    /// Takes a turn.
    ///
    /// - Returns: whether there was one.
    @discardableResult
    func turn(_ name: Int) async -> Bool {
        do {
            try await rate.turn()
            record.withLock { $0.append((name, clock.now.offset)) }
            return true
        } catch {
            return false
        }
    }

    /// Runs a body with all of its children on one thread.
    func run(_ body: @escaping @Sendable () async -> Void) -> Bool {
        OneThread.run(on: clock, body)
    }

    /// The most turns from any instant to a second later.
    var mostInASecond: Int { Self.mostInASecond(times) }

    /// The most of some instants from any of them to a second later, which is not counted any more.
    static func mostInASecond(_ times: [Duration]) -> Int {
        var first = 0
        var most = 0
        for (last, time) in times.enumerated() {
            while times[first] + .seconds(1) <= time { first += 1 }
            most = max(most, last - first + 1)
        }
        return most
    }
}
