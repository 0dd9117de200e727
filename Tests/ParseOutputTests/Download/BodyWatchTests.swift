import ParseRetry
import ParseTesting
import Testing

@testable import ParseOutput

@Suite("When a body is looked at, and what is too slow")
struct BodyWatchTests {
    /// Which of some pieces, each of so many bytes after so many seconds, are found to come too slowly.
    private func slow(
        _ pieces: [(count: Int, seconds: Int)], bytesPerSecond: Int = 100, period: Int = 20
    ) -> [Int] {
        var pace = ThroughputGuard(bytesPerSecond: bytesPerSecond, period: .seconds(period))
        var found: [Int] = []
        for (index, piece) in pieces.enumerated() where pace.isTooSlow(piece.count, after: .seconds(piece.seconds)) {
            found.append(index)
        }
        return found
    }

    @Test("A pace is judged over a period of waiting, by the average over it, and each period anew")
    func pace() {
        let begun = Array(repeating: (count: 10, seconds: 1), count: 19)
        #expect(slow(begun) == [])
        #expect(slow(begun + [(1_810, 1)]) == [])
        #expect(slow(begun + [(1_809, 1)]) == [19])
        #expect(slow(begun + [(1_809, 1), (0, 19), (2_000, 1)]) == [19])
        #expect(slow(begun + [(5_000, 1), (0, 19), (1_999, 1)]) == [21])
        // A long wait is judged by its length.
        #expect(slow([(4_000, 40), (3_999, 40)]) == [1])
    }

    @Test("Only waiting counts: what comes at once is never too slow")
    func waiting() {
        #expect(slow(Array(repeating: (1, 0), count: 10_000)) == [])
        #expect(slow([(1_999, 0), (0, 20)]) == [1])
    }

    @Test("Nothing is too slow where nothing is asked for", arguments: [0, -1])
    func off(bytesPerSecond: Int) {
        #expect(slow([(0, 86_400)], bytesPerSecond: bytesPerSecond) == [])
    }

    private func timers(idle: Int = 30, pause: Int = 60, timeout: Int? = nil, on clock: ManualClock) -> BodyTimers {
        BodyTimers(
            idle: .seconds(idle),
            pause: .seconds(pause),
            deadline: Deadline(after: timeout.map { .seconds($0) }, on: clock.timeSource)
        )
    }

    @Test("Between two looks no timer can begin and run out")
    func looks() {
        let clock = ManualClock()
        let plain = timers(on: clock)
        #expect(plain.untilNextLook(.seconds(86_400), at: .zero) == .seconds(30))
        #expect(plain.untilNextLook(.seconds(7), at: .zero) == .seconds(7))
        #expect(timers(idle: 600, on: clock).untilNextLook(.seconds(86_400), at: .zero) == .seconds(60))
        let limited = timers(timeout: 100, on: clock)
        #expect(limited.untilNextLook(.seconds(86_400), at: .seconds(95)) == .seconds(5))
        #expect(limited.untilNextLook(.seconds(86_400), at: .seconds(50)) == .seconds(30))
        // A deadline that has come is another's to see.
        #expect(limited.untilNextLook(.seconds(20), at: .seconds(100)) == .seconds(20))
    }

    @Test("Never at once again, so that it does not spin", arguments: [0, -5])
    func notAtOnce(seconds: Int) {
        let clock = ManualClock()
        #expect(timers(on: clock).untilNextLook(.seconds(seconds), at: .zero) == .milliseconds(1))
        #expect(timers(idle: 0, pause: 0, on: clock).untilNextLook(.seconds(9), at: .zero) == .milliseconds(1))
    }
}
