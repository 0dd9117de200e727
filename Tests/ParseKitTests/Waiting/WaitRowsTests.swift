import ParseKit
import ParseTesting
import Testing

@Suite("Waiting for a run, rows B3 to B19")
struct WaitRowsTests {
    @Test("B3 A run that failed for a reason nobody knows is handed out with it")
    func b3_unknownReason() async throws {
        let bench = try WaitBench(.jumping)
        bench.api.add(.failed("pr_1", reason: FailureReason(rawValue: "TOO_BLUE"), after: .seconds(1)))
        let run = try await bench.client.waitForParseRun("pr_1")
        #expect(run.status == .failed && run.failureReason?.rawValue == "TOO_BLUE")
        #expect(bench.times == milliseconds(0, 500, 1_000))
    }

    @Test("B4 A status that nobody knows is told as it came, and waited through")
    func b4_unknownStatus() async throws {
        let bench = try WaitBench(.jumping)
        let status = ParseRun.Status(rawValue: "REVIEWING")
        bench.add("pr_1", .init(status, at: .zero), .init(.processed, at: .milliseconds(900)))
        var seen: [ParseRun.Status] = []
        let run = try await bench.client.waitForParseRun("pr_1") { seen.append($0.status) }
        #expect(run.status == .processed)
        #expect(seen == [status, status, .processed])
        #expect(bench.times == milliseconds(0, 500, 1_000))
    }

    // The row has a grace that can be set. There is none: this client makes no runs, so an id that it is given was
    // answered before, and a typing mistake should be told at once.
    @Test("B7 A run that is not there ends the wait at once, at the first look as at any other", arguments: [0, 3])
    func b7_notFound(number: Int) async throws {
        let bench = try WaitBench(.jumping)
        bench.add("pr_1")
        bench.api.inject(.status(404), atCall: number + 1)
        let error = await #expect(throws: ParseError.self) { try await bench.client.waitForParseRun("pr_1") }
        #expect(error?.code == .notFound && error?.handle?.id == "pr_1")
        #expect(bench.times.count == number + 1)
    }

    // The row calls the run itself malformed. It has ended and is handed out; only its output is not to be had.
    @Test("B17 A processed run without output is handed out, and its output is the error")
    func b17_noOutput() async throws {
        let bench = try WaitBench(.jumping)
        bench.add("pr_1", .init(.processed, at: .zero))
        let run = try await bench.client.waitForParseRun("pr_1")
        #expect(run.status == .processed && run.output == nil && run.outputURL == nil)
        let error = await #expect(throws: ParseError.self) { try await bench.client.output(of: "pr_1") }
        #expect(error?.code == .outputUnavailable)
    }

    @Test("B19 A key that is refused meanwhile ends the wait at once, with the handle")
    func b19_unauthorized() async throws {
        let bench = try WaitBench(.jumping)
        bench.add("pr_1")
        bench.api.inject(.status(401), atCall: 3)
        let error = await #expect(throws: ParseError.self) { try await bench.client.waitForParseRun("pr_1") }
        #expect(error?.code == .unauthorized && error?.operation == .waitForParseRun)
        #expect(error?.handle?.id == "pr_1" && error?.handle?.lastStatus == .processing)
        #expect(error?.handle?.secondsWaited == 1)
        #expect(bench.times == milliseconds(0, 500, 1_000))
    }
}
