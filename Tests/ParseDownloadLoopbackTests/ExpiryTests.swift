import LoopbackServer
import ParseOutput
import Testing

@Suite("URLs that run out, on this machine", .timeLimit(.minutes(2)))
struct ExpiryTests {
    private let object = StoredObject.standard

    /// As S3 tells it.
    private static let expired = LoopbackAnswer.response(
        status: 403,
        headers: [("Content-Type", "application/xml")],
        body: "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>")

    @Test("D1 A URL that has expired is replaced", arguments: Adapter.allCases)
    func d1_expired(on adapter: Adapter) async throws {
        let bench = try StorageBench(on: adapter, answers: [{ _ in Self.expired }])
        let outcome = await bench.run()
        #expect(outcome.error == nil)
        #expect(outcome.isIdentical)
        #expect(outcome.requests == [bench.opening(), bench.opening(url: 2)])
        #expect(outcome.report.refreshes == 1)
        #expect(outcome.report.lostTime[.expiry] != nil)
    }

    @Test(
        "D3 A URL that expires while its body breaks off is replaced, and what came is kept",
        arguments: Adapter.allCases)
    func d3_expiredMidway(on adapter: Adapter) async throws {
        let offset = 1_200_000
        let bench = try StorageBench(
            on: adapter,
            answers: [{ object.answer(to: $0, until: offset, then: .close) }, { _ in Self.expired }])
        let outcome = await bench.run()
        #expect(outcome.error == nil)
        #expect(outcome.isIdentical)
        #expect(
            outcome.requests == [
                bench.opening(), bench.resuming(at: offset), bench.resuming(at: offset, url: 2),
            ])
        #expect(outcome.report.refreshes == 1)
        #expect(outcome.report.wireBytes == Int64(object.stored.count + 4_096))
    }
}
