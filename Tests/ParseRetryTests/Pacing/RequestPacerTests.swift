import ParseRetry
import ParseTesting
import Testing

@Suite("RequestPacer, its line")
struct RequestPacerTests {
    @Test("Whoever is cancelled leaves no empty place, wherever it stood", arguments: 0..<4)
    func cancelled(place: Int) throws {
        let bench = try PacerBench(pausedFor: .seconds(3))
        let ended = bench.run {
            await withTaskGroup(of: Void.self) { group in
                for name in 0..<4 {
                    group.addTask {
                        await withTaskGroup(of: Void.self) { call in
                            call.addTask { await bench.call(name) }
                            guard name == place else { return }
                            try? await bench.clock.timeSource.sleep(for: .seconds(1))
                            call.cancelAll()
                        }
                    }
                }
            }
        }
        #expect(ended && bench.names == (0..<4).filter { $0 != place })
        #expect(bench.times == [3_000, 3_100, 3_200].map { .milliseconds($0) })
        #expect(bench.clock.waiters == 0)
    }

    @Test("A turn that leaves too little time for an attempt is not waited for", arguments: [1, 50])
    func tooLittleTime(milliseconds: Int) async throws {
        let bench = try PacerBench(pausedFor: .seconds(3))
        let latest = Duration.seconds(3) + .milliseconds(milliseconds)
        let ended = bench.run {
            #expect(await bench.call(0, before: latest)?.limit == .deadline)
            #expect(bench.clock.now.offset == .zero)
            #expect(await bench.call(1, before: latest + .milliseconds(50)) == nil)
        }
        #expect(ended && bench.names == [1] && bench.times == [.seconds(3)])
    }

    @Test("When a pause becomes longer, those behind the first are told at once that their turn would come too late")
    func longerPause() throws {
        let bench = try PacerBench(pausedFor: .seconds(3))
        let ended = bench.run {
            await withTaskGroup(of: Void.self) { group in
                for name in 0..<3 {
                    group.addTask {
                        let error = await bench.call(name, before: name == 1 ? .seconds(10) : nil)
                        #expect(error?.limit == (name == 1 ? .deadline : nil))
                    }
                }
                try? await bench.clock.timeSource.sleep(for: .seconds(1))
                try? bench.hold(until: .seconds(20))
            }
        }
        #expect(ended && bench.names == [0, 2])
        #expect(bench.ends == [0: .seconds(20), 1: .seconds(1), 2: .milliseconds(20_100)])
    }
}
