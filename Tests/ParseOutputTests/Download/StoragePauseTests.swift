import ParseRetry
import ParseTesting
import ParseTransport
import Testing

@testable import ParseOutput

@Suite("What a storage asks of one download holds for all")
struct StoragePauseTests {
    @Test("A pause longer than a download agrees to ends the others at once, with its limit and without a request")
    func tooLong() async throws {
        let bench = DownloadBench([.response(status: 503, headers: ["Retry-After": "1800"])])
        let first = await bench.run()
        #expect(first.error?.limit == .serverDelay)
        let second = await bench.run()
        #expect(second.error?.limit == .serverDelay && second.error?.code == .timedOut)
        #expect(bench.transport.requests.count == 1 && bench.clock.now.offset == .zero)
    }
}
