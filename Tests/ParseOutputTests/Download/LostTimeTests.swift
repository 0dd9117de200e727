import ParseOutput
import ParseTransport
import Testing

@Suite("The time in which no bytes came")
struct LostTimeTests {
    private let object = StoredBytes(count: 100_000)

    private var broken: MockAnswer { object.whole(brokenAfter: 40_000) }
    private var rest: MockAnswer { object.rest(from: 35_904) }

    private func lost(_ script: MockAnswer...) async -> [DownloadReport.Loss: Duration] {
        let outcome = await DownloadBench(script).run()
        outcome.expectWhole(object)
        return outcome.report.lostTime
    }

    @Test("Nothing is lost where nothing goes wrong")
    func none() async {
        #expect(await lost(object.whole()) == [:])
    }

    @Test("The connection breaks")
    func interruption() async {
        #expect(await lost(broken, rest) == [.interruption: .milliseconds(100)])
        #expect(await lost(.failure(.resetBeforeHead), object.whole()) == [.interruption: .milliseconds(100)])
    }

    @Test("The host refuses for a while")
    func refusal() async {
        let busy = MockAnswer.s3(503, "ServiceUnavailable")
        #expect(await lost(busy, busy, object.whole()) == [.refusal: .milliseconds(300)])
    }

    @Test("The host falls silent: the silence counts, not only what follows once it is noticed")
    func stall() async {
        var body = MockBody.bytes(object.bytes.prefix(40_000)).thenPause(.seconds(3_600))
        body.announcedLength = 100_000
        let silent = MockAnswer.response(
            status: 200, headers: ["ETag": "\"v1\"", "Content-Length": "100000"], body: body)
        #expect(await lost(silent, rest) == [.stall: .milliseconds(30_100)])
    }

    // New URLs are asked for a second apart at the earliest, the first at once.
    @Test("The URL runs out, twice")
    func expiry() async {
        #expect(await lost(.expiredURL, .expiredURL, object.whole()) == [.expiry: .seconds(1)])
    }

    @Test("What began it is what it counts for, whatever follows before bytes come again")
    func firstCause() async {
        let busy = MockAnswer.s3(503, "ServiceUnavailable")
        #expect(await lost(broken, busy, .expiredURL, rest) == [.interruption: .milliseconds(300)])
        let second = object.rest(from: 35_904, brokenAfter: 14_096)
        let causes = await lost(busy, broken, second, object.rest(from: 45_904))
        #expect(causes == [.refusal: .milliseconds(100), .interruption: .milliseconds(600)])
    }

    @Test("Time that is lost before it turns out that nothing follows is lost all the same")
    func atTheEnd() async {
        let object = StoredBytes(count: 100_000)
        let cut = object.whole(brokenAfter: 100_000, by: .reset, hasLength: false)
        let outcome = await DownloadBench([cut, .noSuchRange("bytes */100000")]).run()
        outcome.expectWhole(object)
        #expect(outcome.report.lostTime == [.interruption: .milliseconds(100)])
    }
}
