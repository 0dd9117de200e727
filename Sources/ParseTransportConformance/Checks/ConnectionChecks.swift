import LoopbackServer
import ParseTransport

/// Which connections are used, and to whom.
extension ConformanceBench {
    func checkNewConnection() async throws {
        let server = try LoopbackServer(always: .response(body: "again"))
        _ = try await exchange(TransportRequest(url: server.url()))
        _ = try await exchange(TransportRequest(url: server.url(), requiresNewConnection: true))
        expect("The number of connections", server.acceptedConnections, is: 2)
    }

    func checkPeerRule() async throws {
        let server = try LoopbackServer(always: .response(body: "inside"))
        let request = TransportRequest(url: server.url(), peers: .publicAddresses)
        expect(await result(of: request), failsAs: .peerRefused, .notSent)
        expect("The number of connections", server.acceptedConnections, is: 0)
        let (_, body) = try await exchange(TransportRequest(url: server.url()))
        expect("The body, where any address will do", body, is: "inside")
    }
}
