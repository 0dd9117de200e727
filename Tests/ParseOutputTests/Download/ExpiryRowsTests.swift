import Foundation
import ParseOutput
import ParseTransport
import Testing

@Suite("A URL that is refused, row by row")
struct ExpiryRowsTests {
    private static let stored = StoredBytes(count: 100_000)
    private let object = stored

    /// What a download is told that has got 40,000 bytes when its connection is reset.
    private func resumed(_ script: MockAnswer...) async -> DownloadBench.Outcome {
        await DownloadBench([object.whole(brokenAfter: 40_000)] + script).run()
    }

    /// A request for what follows those, with the seam.
    private func resume(_ url: Int) -> String { "url\(url) bytes=35904- If-Match \"v1\"" }

    private var rest: MockAnswer { object.rest(from: 35_904) }

    @Test("D1 An expired URL is replaced once, and the document comes")
    func d1_expiredAtFirst() async {
        let outcome = await DownloadBench([.expiredURL, object.whole()]).run()
        #expect(outcome.error == nil)
        #expect(areSame(outcome.bytes, object.bytes))
        #expect(outcome.requests == ["url1", "url2"])
        #expect(outcome.times == [0, 0])
        #expect(outcome.report.refreshes == 1)
        #expect(outcome.report.lostTime == [.expiry: .zero])
    }

    @Test("D5 What the URL was signed with may expire before it does")
    func d5_expiredToken() async {
        // Of fifteen minutes five are gone.
        let long = StoredBytes(count: 400_000)
        let outcome = await DownloadBench([
            long.paced(15, of: 21_000, every: .seconds(20)),
            .s3(400, "ExpiredToken", "The provided token has expired."),
            long.rest(from: 315_000 - 4_096),
        ]).run()
        #expect(outcome.error == nil)
        #expect(areSame(outcome.bytes, long.bytes))
        #expect(outcome.requests == ["url1"] + [1, 2].map { "url\($0) bytes=310904- If-Match \"v1\"" })
        #expect(outcome.times == [0, 300.1, 300.1])
    }

    @Test(
        "D6 Every provider's word for it is known",
        arguments: [
            (403, "ExpiredRequest", "Request has expired"),
            (403, "AuthenticationFailed", "Server failed to authenticate the request."),
            (400, "ExpiredToken", "The provided token has expired."), (403, "ExpiredToken", ""),
            (403, "InvalidAccessKeyId", ""), (400, "TokenRefreshRequired", ""),
        ])
    func d6_providers(status: Int, code: String, message: String) async {
        let outcome = await DownloadBench([.s3(status, code, message), object.whole()]).run()
        #expect(outcome.error == nil)
        #expect(areSame(outcome.bytes, object.bytes))
        #expect(outcome.requests == ["url1", "url2"])
        let again = await resumed(.s3(status, code, message), rest)
        #expect(again.error == nil)
        #expect(again.bytes == object.bytes)
        #expect(again.requests == ["url1", resume(1), resume(2)])
    }

    @Test("D7 A signature that does not match is not mended by a second URL")
    func d7_signature() async {
        let refusal = MockAnswer.s3(403, "SignatureDoesNotMatch", "The signature does not match.")
        let outcome = await DownloadBench([refusal, refusal]).run()
        #expect(outcome.requests == ["url1", "url2"])
        #expect(outcome.error?.code == .storageRefused)
        #expect(outcome.error?.status == 403)
        #expect(outcome.error?.storageCode == "SignatureDoesNotMatch")
        #expect(outcome.error?.limit == nil)
    }

    @Test("D8 A URL that is fresh and refused is replaced once, and that is all")
    func d8_accessDenied() async {
        let refusal = MockAnswer.s3(403, "AccessDenied", "Access Denied")
        let outcome = await DownloadBench([refusal, refusal]).run()
        #expect(outcome.requests == ["url1", "url2"])
        #expect(outcome.error?.code == .storageRefused)
        #expect(outcome.error?.storageCode == "AccessDenied")
        #expect(outcome.error?.message == "Access Denied")
        let again = await resumed(refusal, refusal)
        #expect(again.bytes == Array(object.bytes[..<40_000]))
        #expect(again.error?.bytesDelivered == 40_000)
        #expect(again.requests == ["url1", resume(1), resume(2)])
    }

    @Test("D12 A new URL that leads to other bytes of the same length is another document")
    func d12_otherDocument() async {
        let other = StoredBytes(count: 100_000, seed: 2).with { $0.eTag = "\"v2\"" }
        // A host that heeds the precondition, and one that does not.
        for answer in [MockAnswer.s3(412, "PreconditionFailed"), other.rest(from: 35_904), other.whole()] {
            let outcome = await resumed(.expiredURL, answer)
            #expect(outcome.error?.code == .outputChanged)
            #expect(outcome.error?.bytesDelivered == 40_000)
            #expect(outcome.bytes == Array(object.bytes[..<40_000]))
            #expect(outcome.requests == ["url1", resume(1), resume(2)])
        }
    }

    @Test(
        "D13 A new URL is held to the rules like the first one, and is not connected to",
        arguments: [
            "http://storage.example/output.json", "https://169.254.169.254/latest/meta-data",
            "https://[fd00:ec2::254]/", "https://storage.internal/output.json",
        ])
    func d13_unsafe(url: String) async {
        let bench = DownloadBench([object.whole(brokenAfter: 40_000), .expiredURL])
        let first = "https://storage.example/output.json?n=1&X-Amz-Signature=topsecret"
        let outcome = await read(bench.download(urls: first, url))
        #expect(outcome.error?.code == .unsafeURL)
        #expect(outcome.error?.bytesDelivered == 40_000)
        #expect(outcome.bytes == Array(object.bytes[..<40_000]))
        #expect(bench.transport.requests.map(\.url.absoluteString) == [first, first])
    }

    @Test("D14 URLs that all seem to have expired are asked for three times more, a second apart")
    func d14_limit() async {
        let outcome = await DownloadBench(Array(repeating: .expiredURL, count: 4)).run()
        // Of the two names that it could have, the one that says what happened: `expired`, not `cannotRefresh`.
        #expect(outcome.error?.code == .expired)
        #expect(outcome.error?.status == 403)
        #expect(outcome.requests == ["url1", "url2", "url3", "url4"])
        #expect(outcome.times == [0, 0, 1, 2])
        #expect(outcome.urls == 4)
        let none = await DownloadBench([.expiredURL]) { $0.maximumRefreshes = 0 }.run()
        #expect(none.error?.code == .expired)
        #expect(none.requests == ["url1"])
    }

    @Test("D14 Progress in between lets them be asked for anew")
    func d14_progress() async {
        let long = StoredBytes(count: 900_000)
        let outcome = await DownloadBench([
            .expiredURL, long.whole(brokenAfter: 300_000), .expiredURL, .expiredURL,
            long.rest(from: 300_000 - 4_096, brokenAfter: 304_096), .expiredURL, .expiredURL,
            long.rest(from: 600_000 - 4_096),
        ]).run()
        #expect(outcome.error == nil)
        #expect(areSame(outcome.bytes, long.bytes))
        #expect(outcome.report.refreshes == 5)
    }
}
