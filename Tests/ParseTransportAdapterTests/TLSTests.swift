import Foundation
import LoopbackServer
import ParseTransport
import ParseTransportCurl
import Testing

@Suite(
    "TLS", .timeLimit(.minutes(1)),
    .enabled(if: OpenSSLServer.isAvailable, "The untrusted server is the openssl program, which is not here."))
struct TLSTests {
    @Test("A certificate that nobody vouches for", arguments: Adapter.allCases)
    func untrusted(on adapter: Adapter) async throws {
        let server = try await OpenSSLServer()
        let error = await adapter.makeTransport().fault(of: TransportRequest(url: server.url))
        #expect(
            error?.signature == FaultSignature(kind: .certificateUntrusted, phase: .notSent), "\(error?.message ?? "")")
    }

    @Test("A certificate for another name, from an authority that is trusted")
    func otherName() async throws {
        let server = try await OpenSSLServer(name: "DNS:example.com")
        let transport = CurlTransport(configuration: .direct.with { $0.certificateAuthorityFile = server.certificate })
        let error = await transport.fault(of: TransportRequest(url: server.url))
        #expect(
            error?.signature == FaultSignature(kind: .certificateUntrusted, phase: .notSent), "\(error?.message ?? "")")
    }

    @Test("A private authority is trusted where it is named")
    func privateAuthority() async throws {
        let server = try await OpenSSLServer()
        let transport = CurlTransport(configuration: .direct.with { $0.certificateAuthorityFile = server.certificate })
        let (head, body) = try await transport.exchange(TransportRequest(url: server.url))
        #expect(head.status == 200)
        #expect(!body.isEmpty)
    }

    @Test("An authority file that is not there")
    func missingAuthority() async throws {
        let server = try await OpenSSLServer()
        let transport = CurlTransport(configuration: .direct.with { $0.certificateAuthorityFile = "/not/there.pem" })
        let error = await transport.fault(of: TransportRequest(url: server.url))
        #expect(
            error?.signature == FaultSignature(kind: .tlsHandshakeFailed, phase: .notSent), "\(error?.message ?? "")")
    }

    @Test("A port that speaks no TLS", arguments: Adapter.allCases)
    func plainPort(on adapter: Adapter) async throws {
        // The first bytes of a handshake are no request, so the server waits for more, until it is told to answer.
        let server = try LoopbackServer(always: .response())
        let url = try #require(URL(string: "https://127.0.0.1:\(server.port)/"))
        let request = TransportRequest(
            url: url, timeouts: TransportTimeouts(connect: .milliseconds(100), idle: .milliseconds(100)))
        let error = await adapter.makeTransport().fault(of: request)
        #expect(error?.kind == .timedOut, "\(error?.message ?? "")")
        if adapter == .curl { #expect(error?.phase == .notSent) }
    }
}
