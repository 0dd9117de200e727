import LoopbackServer
import ParseTransport
import Testing

@Suite("The limits on the header block", .timeLimit(.minutes(1)))
struct HeaderLimitTests {
    @Test("They can be moved", arguments: Adapter.allCases)
    func headerLimits(on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .headerBlock(fields: 20, bytesEach: 100))
        for (limits, kind) in [
            (HeaderLimits(bytes: 10_000, fields: 30), nil),
            (HeaderLimits(bytes: 1_000, fields: 30), TransportError.Kind.headersTooLarge),
            (HeaderLimits(bytes: 10_000, fields: 10), .headersTooLarge),
        ] {
            let transport = adapter.makeTransport(headerLimits: limits)
            #expect(await transport.fault(of: TransportRequest(url: server.url()))?.kind == kind)
        }
    }
}
