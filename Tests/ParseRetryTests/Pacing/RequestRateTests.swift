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
    func cancelled(place: Int) {
        let bench = RateBench(perSecond: 1)
        let ended = bench.run {
            await withTaskGroup(of: Void.self) { group in
                for name in 0..<4 {
                    group.addTask {
                        guard name == place else {
                            await bench.turn(name)
                            return
                        }
                        await withTaskGroup(of: Void.self) { waiting in
                            waiting.addTask { #expect(await bench.turn(name) == false) }
                            try? await bench.clock.timeSource.sleep(for: .milliseconds(500))
                            #expect(bench.rate.waiting == 3)
                            waiting.cancelAll()
                            #expect(bench.rate.waiting == 2)
                        }
                    }
                }
            }
        }
        #expect(ended && bench.names == (0..<4).filter { $0 != place })
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
    func suspended() {
        let bench = RateBench(perSecond: 2)
        let ended = bench.run {
            await withTaskGroup(of: Void.self) { group in
                for name in 0..<5 { group.addTask { await bench.turn(name) } }
                try? await bench.clock.timeSource.sleep(for: .milliseconds(500))
                bench.clock.advance(by: .seconds(1_200))
            }
        }
        #expect(ended && bench.times == milliseconds(0, 0, 1_200_500, 1_200_500, 1_201_500))
    }
}

/// Instants in milliseconds.
private func milliseconds(_ numbers: Int...) -> [Duration] {
    numbers.map { .milliseconds($0) }
}
