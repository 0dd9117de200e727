import Foundation
import LoopbackServer
import ParseTransport
import Testing

@testable import ParseTransportCurl

@Suite("Which addresses are connected to", .timeLimit(.minutes(1)))
struct PeerTests {
    private static let refused = FaultSignature(kind: .peerRefused, phase: .notSent)

    private func transport(
        configuration: CurlTransport.Configuration = .direct,
        _ change: (inout CurlSurroundings) -> Void = { _ in }
    ) -> CurlTransport {
        var surroundings = CurlSurroundings()
        change(&surroundings)
        return CurlTransport(configuration: configuration, library: CurlLibrary.system, surroundings: surroundings)
    }

    private func request(_ url: String, _ peers: PeerRule = .publicAddresses) throws -> TransportRequest {
        TransportRequest(url: try #require(URL(string: url)), peers: peers)
    }

    // MARK: - What is refused

    @Test(
        "E16 A name that resolves into the network is refused at connect time",
        arguments: [
            "10.0.0.5", "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "127.0.0.1", "169.254.169.254",
            "[fd00:ec2::254]", "0.0.0.0", "[::]", "100.64.0.1", "10.0.0.5,[::1],192.168.0.1,[fe80::1]",
        ])
    func e16_inside(addresses: String) async throws {
        let transport = transport { $0.knownHosts = ["storage.example:443:\(addresses)"] }
        let error = await transport.fault(of: try request("https://storage.example/o?X-Amz-Signature=topsecret"))
        #expect(error?.signature == Self.refused, "\(error?.message ?? "no error")")
        #expect(error?.onReusedConnection == false)
        let text = error.map { "\($0)" } ?? ""
        #expect(text.contains("storage.example"))
        for hidden in ["topsecret", "10.0", "::", "127.0", "169.254", "100.64"] { #expect(!text.contains(hidden)) }
    }

    @Test(
        "E16 A listener on this machine sees nothing of it",
        arguments: ["https://localhost", "http://localhost", "http://127.0.0.1", "https://127.0.0.1"])
    func e16_listener(origin: String) async throws {
        let server = try LoopbackServer(always: .response(body: "inside"))
        let transport = transport()
        let error = await transport.fault(of: try request("\(origin):\(server.port)/"))
        #expect(error?.signature == Self.refused, "\(error?.message ?? "no error")")
        // A connection would have been accepted before this one.
        let body = try await transport.exchange(try request("http://localhost:\(server.port)/", .any)).body
        #expect(body == Array("inside".utf8))
        #expect(server.acceptedConnections == 1)
    }

    @Test(
        "E16 Over TLS too, where any address would do",
        .enabled(if: OpenSSLServer.isAvailable, "The server is the openssl program, which is not here."))
    func e16_overTLS() async throws {
        let server = try await OpenSSLServer(name: "DNS:localhost")
        let transport = transport(configuration: .direct.with { $0.certificateAuthorityFile = server.certificate })
        let url = "https://localhost:\(try #require(server.url.port))/"
        #expect(await transport.fault(of: try request(url))?.signature == Self.refused)
        #expect(try await transport.exchange(try request(url, .any)).head.status == 200)
        #expect(await transport.fault(of: try request(url))?.signature == Self.refused)
    }

    // MARK: - One name, several addresses, several answers

    @Test("E16 A name is reached at the address that is allowed", arguments: ["10.0.0.5,127.0.0.1", "127.0.0.1,[::1]"])
    func e16_mixed(addresses: String) async throws {
        let server = try LoopbackServer(always: .response(body: "reached"))
        let transport = transport {
            $0.knownHosts = ["storage.example:\(server.port):\(addresses)"]
            $0.admits = { $1 == PeerAddress(bytes: [127, 0, 0, 1]) }
        }
        let body = try await transport.exchange(try request("http://storage.example:\(server.port)/")).body
        #expect(body == Array("reached".utf8))
    }

    @Test("E16 Where an allowed address does not answer, that is the fault, which may pass")
    func e16_allowedUnreachable() async throws {
        let closed = try LoopbackClosedPort()
        let transport = transport {
            $0.knownHosts = ["storage.example:\(closed.port):10.0.0.5,127.0.0.1"]
            $0.admits = { $1 == PeerAddress(bytes: [127, 0, 0, 1]) }
        }
        let error = await transport.fault(of: try request("http://storage.example:\(closed.port)/"))
        withExtendedLifetime(closed) {}
        #expect(error?.kind == .connectionRefused, "\(error?.message ?? "no error")")
    }

    /// A transport that takes this machine for public, until a gate is opened.
    private func rebindingTransport(_ rebound: LoopbackGate) -> CurlTransport {
        transport { $0.admits = { rule, peer in !rebound.isOpen || rule.admits(peer) } }
    }

    @Test("E16 A name that has moved inside is refused with the next connection")
    func e16_rebinding() async throws {
        let server = try LoopbackServer(always: .response(headers: [("Connection", "close")], body: "public"))
        let rebound = LoopbackGate()
        let transport = rebindingTransport(rebound)
        let request = try request(server.origin)
        #expect(try await transport.exchange(request).body == Array("public".utf8))
        rebound.open()
        #expect(await transport.fault(of: request)?.signature == Self.refused)
        #expect(server.requests.count == 1)
    }

    @Test("E16 A request that had been sent before its new connection was refused is not said to be unsent")
    func e16_sentBefore() async throws {
        let rebound = LoopbackGate()
        let server = try LoopbackServer { $0.method == "PUT" ? .steps(.open(rebound), .close) : .response(body: "ok") }
        let transport = rebindingTransport(rebound)
        var request = try request(server.origin)
        _ = try await transport.exchange(request)
        request.method = .put
        let error = await transport.fault(of: request)
        #expect(error?.signature == FaultSignature(kind: .peerRefused, phase: .awaitingResponse))
        #expect(server.requests.map(\.method) == ["GET", "PUT"])
    }

    #if os(Linux)
        // Only here is every address of 127.0.0.0/8 this machine's.
        @Test("Nor is one whose new connection found nobody, so that what is not idempotent is not repeated")
        func sentBeforeRefusal() async throws {
            let moved = LoopbackGate()
            let server = try LoopbackServer {
                $0.method == "POST" ? .steps(.open(moved), .close) : .response(body: "ok")
            }
            let transport = transport {
                $0.knownHosts = ["storage.example:\(server.port):127.0.0.1,127.0.0.2"]
                $0.admits = { $1 == PeerAddress(bytes: [127, 0, 0, moved.isOpen ? 2 : 1]) }
            }
            var request = try request("http://storage.example:\(server.port)/")
            _ = try await transport.exchange(request)
            request.method = .post
            let error = await transport.fault(of: request)
            #expect(error?.signature == FaultSignature(kind: .connectionRefused, phase: .awaitingResponse))
            #expect(server.requests.map(\.method) == ["GET", "POST"])
        }
    #endif

    // MARK: - Connections that are there already

    @Test("E16 A pooled connection that nobody checked is no way around")
    func e16_pooledUnchecked() async throws {
        let server = try LoopbackServer(always: .response(body: "inside"))
        let transport = transport()
        _ = try await transport.exchange(try request(server.origin, .any))
        #expect(await transport.fault(of: try request(server.origin))?.signature == Self.refused)
        _ = try await transport.exchange(try request(server.origin, .any))
        #expect(server.requests.count == 2)
        #expect(server.acceptedConnections == 1)
    }

    @Test("E16 A checked connection is used again")
    func e16_pooledChecked() async throws {
        let server = try LoopbackServer(always: .response(body: "again"))
        let transport = transport { $0.admits = { _, _ in true } }
        for _ in 0..<3 { _ = try await transport.exchange(try request(server.origin)) }
        #expect(server.requests.count == 3)
        #expect(server.acceptedConnections == 1)
    }

    // MARK: - Proxies

    @Test("E16 A proxy of the environment may be anywhere, and it chooses the host's address")
    func e16_proxied() async throws {
        let proxy = try LoopbackServer(always: .response(body: "by proxy"))
        let transport = transport(configuration: .standard) { surroundings in
            surroundings.environment = { ["http_proxy": proxy.origin] }
        }
        let (_, body) = try await transport.exchange(try request("http://storage.example/o"))
        #expect(body == Array("by proxy".utf8))
        #expect(proxy.requests.map(\.target) == ["http://storage.example/o"])
    }

    @Test("E16 A host that the environment keeps from its proxy is checked, and so is one where no proxy is used")
    func e16_notProxied() async throws {
        let proxy = try LoopbackServer(always: .response(body: "by proxy"))
        for (configuration, exempt) in [(CurlTransport.Configuration.standard, "example"), (.direct, "")] {
            let transport = transport(configuration: configuration) { surroundings in
                surroundings.environment = { ["http_proxy": proxy.origin, "no_proxy": exempt] }
                surroundings.knownHosts = ["storage.example:80:127.0.0.1"]
            }
            let error = await transport.fault(of: try request("http://storage.example/o"))
            #expect(error?.signature == Self.refused, "\(error?.message ?? "no error")")
        }
        #expect(proxy.requests.isEmpty)
    }

    // MARK: - The other adapter

    @Test("URLSessionTransport cannot know the address in time, and says so")
    func urlSession() async throws {
        let server = try LoopbackServer(always: .response(body: "unchecked"))
        let request = TransportRequest(url: server.url(), peers: .publicAddresses)
        #expect(try await Adapter.urlSession.makeTransport().exchange(request).body == Array("unchecked".utf8))
    }
}
