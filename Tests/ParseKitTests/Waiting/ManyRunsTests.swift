import ParseTesting
import Testing

@testable import ParseKit

@Suite("Waiting for many runs")
struct ManyRunsTests {
    @Test("Each is handed out as it ends, in that order; one that comes twice is waited for once")
    func order() async throws {
        let bench = try WaitBench()
        bench.add("pr_1", .init(.processed, at: .milliseconds(1_500)))
        bench.add("pr_2", .init(.failed, at: .milliseconds(500)))
        bench.add("pr_3", .init(.cancelled, at: .seconds(1)))
        var endings = bench.client.waitForParseRuns(["pr_1", "pr_2", "pr_3", "pr_1"], timeout: nil).makeAsyncIterator()
        async let firstStep: Void = bench.step(3)
        var ended: [String] = []
        for left in [2, 1, 0] {
            let ending = try #require(await endings.next())
            ended.append("\(ending.id) \(ending.run?.status.rawValue ?? "none")")
            if left > 0 { try await bench.step(left) }
        }
        try await firstStep
        #expect(await endings.next() == nil)
        #expect(ended == ["pr_2 FAILED", "pr_3 CANCELLED", "pr_1 PROCESSED"])
        #expect(bench.ids.sorted() == [4, 2, 3].enumerated().flatMap { Array(repeating: "pr_\($0 + 1)", count: $1) })
    }

    @Test("What goes wrong with one is its own: the others are handed out, and every error has a handle")
    func ownErrors() async throws {
        let bench = try WaitBench(.jumping)
        bench.add("pr_1", .init(.processed, at: .seconds(2)))
        bench.add("pr_slow")
        var codes: [String: ParseError.Code] = [:]
        for await ending in bench.client.waitForParseRuns(
            ["pr_1", "", "pr_none", "pr_slow"], timeout: .seconds(30))
        {
            codes[ending.id] = ending.error?.code
            #expect(ending.error?.handle?.id == ending.id || ending.run?.id == ending.id)
            #expect(ending.error?.operation ?? .waitForParseRun == .waitForParseRun)
        }
        #expect(codes == ["": .invalidRunID, "pr_none": .notFound, "pr_slow": .timedOut])
        #expect(bench.client.polls.runs == 0)
    }

    @Test("Nothing is asked before the first ending is asked for, and it can be read once")
    func lazyAndOnce() async throws {
        let bench = try WaitBench()
        bench.add("pr_1", .init(.processed, at: .zero))
        let endings = bench.client.waitForParseRuns(["pr_1"])
        var pass = endings.makeAsyncIterator()
        #expect(bench.client.polls.runs == 0 && bench.times.isEmpty)
        var second = endings.makeAsyncIterator()
        #expect(await second.next() == nil)
        #expect(await pass.next()?.run?.status == .processed)
        #expect(await pass.next() == nil)
        #expect(await pass.next() == nil)
        #expect(bench.times == [.zero])
        for await _ in bench.client.waitForParseRuns([]) { Issue.record("There is nothing to wait for.") }
    }

    @Test("Leaving the loop ends all waits at once")
    func leaving() async throws {
        let bench = try WaitBench()
        for id in ["pr_1", "pr_2", "pr_3"] { bench.add(id) }
        bench.add("pr_4", .init(.processed, at: .zero))
        for await ending in bench.client.waitForParseRuns(["pr_1", "pr_2", "pr_3", "pr_4"]) {
            #expect(ending.id == "pr_4")
            try await bench.clock.waitForSleepers(3)
            break
        }
        #expect(bench.clock.sleepers == 0 && bench.client.polls.runs == 0)
    }

    @Test("Cancelling the task hands out every wait that was still going, with its handle")
    func cancelling() async throws {
        let bench = try WaitBench()
        for id in ["pr_1", "pr_2", "pr_3"] { bench.add(id) }
        let task = Task {
            var handles: [RunHandle?] = []
            for await ending in bench.client.waitForParseRuns(["pr_1", "pr_2", "pr_3"]) {
                #expect(ending.error?.code == .cancelled)
                handles.append(ending.error?.handle)
            }
            return handles
        }
        try await bench.clock.waitForSleepers(3)
        task.cancel()
        #expect(bench.clock.sleepers == 0 && bench.client.polls.runs == 0)
        let handles = await task.value
        #expect(handles.compactMap(\.?.id).sorted() == ["pr_1", "pr_2", "pr_3"])
        #expect(handles.allSatisfy { $0?.lastStatus == .processing })
    }

    @Test("Updates are told of all runs, and who waits for one of them elsewhere shares its requests")
    func updates() async throws {
        let bench = try WaitBench()
        bench.add("pr_1", .init(.processed, at: .milliseconds(500)))
        bench.add("pr_2", .init(.processed, at: .milliseconds(500)))
        let alone = bench.wait("a")
        #expect(await bench.told(1) == ["a"])
        let task = Task { [client = bench.client] in
            var ids: [String] = []
            let endings = client.waitForParseRuns(["pr_1", "pr_2"]) { update in
                bench.updates.send("\(update.run.id) \(update.polls)")
            }
            for await ending in endings { ids.append(ending.id) }
            return ids
        }
        #expect(await bench.told(2) == ["pr_1 1", "pr_2 1"])
        try await bench.clock.waitForSleepers(2)
        bench.clock.advance(by: .milliseconds(500))
        #expect(await task.value.sorted() == ["pr_1", "pr_2"])
        #expect(await alone.value.status == .processed)
        #expect(bench.ids.sorted() == ["pr_1", "pr_1", "pr_2", "pr_2"])
    }
}
