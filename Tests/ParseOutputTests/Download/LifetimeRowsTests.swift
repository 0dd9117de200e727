import ParseOutput
import ParseTesting
import ParseTransport
import Testing

@Suite("How long a URL lives, row by row")
struct LifetimeRowsTests {
    /// Enough for an hour at 25,000 bytes in 20 seconds.
    private static let stored = StoredBytes(count: 1_300_000)
    private let object = stored

    @Test("D2 A body in flight outlives its URL")
    func d2_inFlight() async {
        let outcome = await DownloadBench([object.paced(52, of: 25_000, every: .seconds(20), isReset: false)]).run()
        #expect(outcome.error == nil)
        #expect(areSame(outcome.bytes, object.bytes))
        #expect(outcome.requests == ["url1"])
        #expect(outcome.report.refreshes == 0)
    }

    @Test("D3 After a reset at minute 16 the URL is replaced before it is used")
    func d3_proactive() async {
        let start = 48 * 25_000 - 4_096
        let outcome = await DownloadBench([
            object.paced(48, of: 25_000, every: .seconds(20)), object.rest(from: start),
        ]).run()
        #expect(outcome.error == nil)
        #expect(areSame(outcome.bytes, object.bytes))
        #expect(outcome.requests == ["url1", "url2 bytes=\(start)- If-Match \"v1\""])
        #expect(outcome.times == [0, 960.1])
        #expect(outcome.report.refreshes == 1)
    }

    @Test("D4 Once the storage's clock is known to be ahead, a URL's date counts on it")
    func d4_skew() async {
        let ahead = object.with { $0.headers["Date"] = "Tue, 24 Nov 2026 12:01:30 GMT" }
        for (stored, second) in [(ahead, 2), (object, 1)] {
            // By its own clock the client has a hundred seconds, by the storage's ten.
            let script = [stored.whole(brokenAfter: 40_000), stored.rest(from: 35_904)]
            let outcome = await DownloadBench(script, urlLifetime: 100).run()
            #expect(outcome.error == nil)
            #expect(areSame(outcome.bytes, object.bytes))
            #expect(outcome.requests == ["url1", "url\(second) bytes=35904- If-Match \"v1\""])
            #expect(outcome.times == [0, 0.1])
        }
    }

    @Test("D4 A fresh URL is used as it is, whatever the clocks say")
    func d4_fresh() async {
        let ahead = object.with { $0.headers["Date"] = "Tue, 24 Nov 2026 13:00:00 GMT" }
        let outcome = await DownloadBench([ahead.whole(brokenAfter: 40_000), ahead.rest(from: 35_904)]).run()
        #expect(outcome.error == nil)
        #expect(outcome.requests == ["url1", "url2 bytes=35904- If-Match \"v1\""])
    }

    @Test("D15 Two hours over a slow link that is reset every seven minutes")
    func d15_twoHours() async {
        let each = 21 * 13_000
        let long = StoredBytes(count: 17 * each + 3 * 13_000)
        let starts = [0] + (1...17).map { $0 * each - 4_096 }
        let script = starts.enumerated().map { index, start -> MockAnswer in
            let count = index < 17 ? 21 : 3
            return long.paced(from: start, count, of: 13_000, every: .seconds(20), isReset: index < 17)
        }
        let outcome = await DownloadBench(script) { $0.minimumThroughput = 512 }.run()
        #expect(outcome.error == nil)
        #expect(areSame(outcome.bytes, long.bytes))
        #expect(outcome.report.opens == 18)
        #expect(outcome.report.refreshes == 5)
        let expected = starts.enumerated().map { index, start in
            index == 0 ? "url1" : "url\(index / 3 + 1) bytes=\(start)- If-Match \"v1\""
        }
        #expect(outcome.requests == expected)
        let refreshed = (1..<18).filter { outcome.requests[$0].prefix(4) != outcome.requests[$0 - 1].prefix(4) }
        #expect(refreshed.map { Int(outcome.times[$0] / 60) } == [21, 42, 63, 84, 105])
    }

    @Test("D18 After a device has slept for a quarter of an hour the URL is replaced before it is used")
    func d18_sleep() async throws {
        let bench = DownloadBench([object.whole(), object.rest(from: 100_000 - 4_096)])
        var pieces = bench.download().makeAsyncIterator()
        var bytes: [UInt8] = []
        while bytes.count < 100_000, let piece = try await pieces.next() { bytes += piece }
        bench.clock.advance(by: .seconds(900))
        while let piece = try await pieces.next() { bytes += piece }
        #expect(areSame(bytes, object.bytes))
        #expect(bench.requests == ["url1", "url2 bytes=95904- If-Match \"v1\""])
    }
}
