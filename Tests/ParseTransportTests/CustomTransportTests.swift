import ParseTransport
import Testing

/// As the documentation shows it: one requirement.
private struct Offline: Transport {
    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        throw TransportError(.hostNotFound, phase: .notSent, message: "There is no network in this test.")
    }
}

private struct Streaming: Transport {
    let capabilities = TransportCapabilities.streaming

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        TransportResponse(status: 200, body: request.method.rawValue.utf8)
    }
}

@Suite("A transport of one's own")
struct CustomTransportTests {
    @Test("It claims the least unless it says more")
    func capabilities() {
        #expect(Offline().capabilities == .buffering)
        #expect(!Offline().capabilities.streamsWithBackpressure)
        #expect(!Offline().capabilities.decompressesBodies)
        let transports: [any Transport] = [Offline(), Streaming()]
        #expect(transports.map(\.capabilities.streamsWithBackpressure) == [false, true])
    }

    @Test("It answers and fails through the existential with its typed error")
    func sending() async throws {
        let request = try TransportRequest(.head, "https://h/")
        let streaming: any Transport = Streaming()
        #expect(try await streaming.send(request).body.collect(upTo: 4) == Array("HEAD".utf8))
        let offline: any Transport = Offline()
        do throws(TransportError) {
            _ = try await offline.send(request)
            Issue.record("An offline transport answered.")
        } catch {
            #expect(error.kind == .hostNotFound)
        }
    }
}
