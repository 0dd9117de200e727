import LoopbackServer
import ParseTransport
import Testing

@Suite("Releasing a transport", .timeLimit(.minutes(1)))
struct ReleaseTests {
    @Test("What still runs fails", arguments: Adapter.allCases)
    func released(on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .stallMidBody)
        var transport: (any Transport)? = adapter.makeTransport()
        let response = try await transport?.send(TransportRequest(url: server.url()))
        transport = nil
        let body = try #require(response?.body)
        await #expect(throws: TransportError.self) { try await body.collect(upTo: 10_000) }
    }
}
