import ParseRetry
import ParseTesting
import Synchronization
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What happened, in order.
private final class Record: Sendable {
    private let entries = Mutex<[Int]>([])

    var all: [Int] { entries.withLock { $0 } }

    func add(_ entry: Int) { entries.withLock { $0.append(entry) } }
}

@Suite("ManualClock, stepping")
struct ManualClockSteppingTests {
    @Test("It stands still until it is moved, and its date with it")
    func standsStill() {
        let clock = ManualClock()
        #expect(clock.now.offset == .zero)
        let noon = clock.date
        clock.advance(by: .seconds(90))
        #expect(clock.now.offset == .seconds(90))
        #expect(clock.date == noon.addingTimeInterval(90))
        #expect(clock.timeSource.now == .seconds(90))
        #expect(clock.timeSource.date == clock.date)
        clock.advance(by: .seconds(-90))
        #expect(clock.now.offset == .seconds(90))
        #expect(clock.minimumResolution == .zero)
    }

    @Test("Readings are measured and compared")
    func instants() {
        let clock = ManualClock()
        let start = clock.now
        let later = start.advanced(by: .seconds(3))
        #expect(start < later)
        #expect(start.duration(to: later) == .seconds(3))
        #expect(later.duration(to: start) == .seconds(-3))
    }

    @Test("The barrier lets through once so many tasks are asleep, before or after they fell asleep")
    func barrier() async throws {
        let clock = ManualClock()
        try await clock.waitForSleepers(0)
        async let first: Void = clock.sleep(for: .seconds(1))
        try await clock.waitForSleepers()
        try await clock.waitForSleepers(1)
        async let second: Void = clock.sleep(for: .seconds(2))
        async let third: Void = clock.timeSource.sleep(for: .seconds(3))
        try await clock.waitForSleepers(3)
        #expect(clock.sleepers == 3)
        clock.advance(by: .seconds(2))
        #expect(clock.sleepers == 1)
        #expect(clock.advanceToNextSleeper() == .seconds(1))
        _ = try await (first, second, third)
        #expect(clock.sleepers == 0)
        #expect(clock.advanceToNextSleeper() == nil)
        #expect(clock.now.offset == .seconds(3))
    }

    @Test("A barrier of more tasks than sleep holds until the last of them does")
    func barrierHolds() async throws {
        let clock = ManualClock()
        let passed = Record()
        try await withThrowingTaskGroup { group in
            group.addTask {
                try await clock.waitForSleepers(2)
                passed.add(1)
                clock.advance(by: .seconds(1))
            }
            group.addTask { try await clock.sleep(for: .seconds(1)) }
            try await clock.waitForSleepers(1)
            #expect(passed.all.isEmpty)
            group.addTask { try await clock.sleep(for: .seconds(1)) }
            try await group.waitForAll()
        }
        #expect(passed.all == [1])
    }

    @Test("Sleepers wake in the order of their instants, one by one")
    func order() async throws {
        let clock = ManualClock()
        let woken = Record()
        try await withThrowingTaskGroup { group in
            for seconds in [5, 1, 4, 2, 3] {
                group.addTask {
                    try await clock.sleep(for: .seconds(seconds))
                    woken.add(seconds)
                }
            }
            try await clock.waitForSleepers(5)
            for expected in 1...5 {
                #expect(clock.advanceToNextSleeper() == .seconds(1))
                while woken.all.count < expected { await Task.yield() }
            }
            try await group.waitForAll()
        }
        #expect(woken.all == [1, 2, 3, 4, 5])
    }

    @Test("Moving on wakes nobody who is not due")
    func notDue() async throws {
        let clock = ManualClock()
        async let sleep: Void = clock.sleep(for: .seconds(2))
        try await clock.waitForSleepers()
        clock.advance(by: .milliseconds(1_999))
        #expect(clock.sleepers == 1)
        clock.advance(by: .milliseconds(1))
        #expect(clock.sleepers == 0)
        try await sleep
    }

    @Test("What has come already is not slept for")
    func past() async throws {
        let clock = ManualClock()
        clock.advance(by: .seconds(5))
        try await clock.sleep(until: clock.now)
        try await clock.sleep(until: clock.now.advanced(by: .seconds(-5)))
        #expect(clock.sleepers == 0)
    }

    @Test("Two thousand sleepers wake at once")
    func many() async throws {
        let clock = ManualClock()
        let count = 2_000
        try await withThrowingTaskGroup { group in
            for number in 0..<count {
                group.addTask { try await clock.sleep(for: .milliseconds(1 + number % 100)) }
            }
            try await clock.waitForSleepers(count)
            clock.advance(by: .milliseconds(50))
            #expect(clock.sleepers == count / 2)
            clock.advance(by: .seconds(1))
            #expect(clock.sleepers == 0)
            try await group.waitForAll()
        }
    }
}
