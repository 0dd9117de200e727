import ParseRetry
import ParseTesting
import Testing

@Suite("RequestRate")
struct RequestRateTests {
    @Test("So many have their turn at once, the others a second later, in the order they came")
    func order() {
        let bench = RateBench(perSecond: 3)
        let ended = bench.run {
            await withTaskGroup(of: Void.self) { group in
                for name in 0..<8 { group.addTask { await bench.turn(name) } }
            }
        }
        #expect(ended && bench.names == Array(0..<8))
        #expect(bench.times == [0, 0, 0, 1, 1, 1, 2, 2].map { .seconds($0) })
        #expect(bench.rate.waiting == 0)
    }

    @Test("Any second counts, not only whole ones")
    func sliding() {
        let bench = RateBench(perSecond: 2)
        let ended = bench.run {
            await bench.turn(0)
            try? await bench.clock.timeSource.sleep(for: .milliseconds(900))
            for name in 1...4 { await bench.turn(name) }
        }
        #expect(ended)
        #expect(bench.times == [0, 900, 1_000, 1_900, 2_000].map { .milliseconds($0) })
    }

    @Test("Turns that nobody took are not saved up")
    func idle() {
        let bench = RateBench(perSecond: 2)
        let ended = bench.run {
            try? await bench.clock.timeSource.sleep(for: .seconds(60))
            for name in 0..<4 { await bench.turn(name) }
        }
        #expect(ended && bench.times == [60, 60, 61, 61].map { .seconds($0) })
    }

    @Test("Whoever is cancelled gives its place up at once, the first in line too", arguments: [1, 2])
    func cancelled(place: Int) async throws {
        let bench = RateBench(perSecond: 1)
        await bench.turn(0)
        var tasks: [Task<Bool, Never>] = []
        for name in 1...3 {
            tasks.append(Task { await bench.turn(name) })
            while bench.rate.waiting < name { await Task.yield() }
        }
        try await bench.clock.waitForSleepers()
        tasks[place - 1].cancel()
        #expect(bench.rate.waiting == 2)
        #expect(await tasks[place - 1].value == false)
        for second in 1...2 {
            try await bench.clock.waitForSleepers()
            bench.clock.advanceToNextSleeper()
            #expect(await tasks[second == 1 ? (place == 1 ? 1 : 0) : 2].value)
        }
        #expect(bench.times == [0, 1, 2].map { .seconds($0) })
        #expect(bench.rate.waiting == 0 && bench.clock.waiters == 0)
    }

    @Test("A task that is cancelled already has no turn and takes none")
    func cancelledAlready() async {
        let bench = RateBench(perSecond: 1)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await bench.turn(0)
        }
        #expect(await task.value == false)
        #expect(await bench.turn(1))
        #expect(bench.times == [.zero])
    }

    @Test("Fewer than one a second counts as one", arguments: [0, -5])
    func senseless(perSecond: Int) {
        let bench = RateBench(perSecond: perSecond)
        #expect(bench.rate.perSecond == 1)
        #expect(bench.run { for name in 0..<3 { await bench.turn(name) } })
        #expect(bench.times == [0, 1, 2].map { .seconds($0) })
    }

    @Test("After a long sleep of the machine there are as many turns as after a second")
    func suspended() async throws {
        let bench = RateBench(perSecond: 2)
        let tasks = (0..<5).map { name in Task { await bench.turn(name) } }
        while bench.rate.waiting < 3 { await Task.yield() }
        try await bench.clock.waitForSleepers()
        bench.clock.advance(by: .seconds(1_200))
        while bench.rate.waiting > 1 { await Task.yield() }
        try await bench.clock.waitForSleepers()
        bench.clock.advanceToNextSleeper()
        for task in tasks { #expect(await task.value) }
        #expect(bench.times == [0, 0, 1_200, 1_200, 1_201].map { .seconds($0) })
    }
}
