#if !canImport(Darwin)
    import LoopbackServer
    import ParseTransport
    import ParseTransportURLSession
    import Testing

    /// What no guard around `URLSession` can mend on Linux, held here so that the day it is mended is noticed: these
    /// tests then fail, and the exclusions of `URLSessionConformanceTests` can go.
    @Suite("URLSession on Linux", .serialized, .timeLimit(.minutes(1)))
    struct LinuxURLSessionTests {
        @Test("A connection that ends within a header line ends the process")
        func halfHeaderLineEndsTheProcess() async {
            await #expect(processExitsWith: .failure) { await exchange(.halfHeaderLine) }
        }

        @Test("Trailers end the process")
        func trailersEndTheProcess() async {
            await #expect(processExitsWith: .failure) {
                await exchange(.chunked(pieces: [[1, 2, 3]], trailers: [("X-Late", "1")]))
            }
        }

        @Test("A body that nobody reads piles up to a bound and no further")
        func bufferBound() async throws {
            // One byte more is announced than comes, so that only cancelling can close the connection.
            let closed = LoopbackGate()
            let server = try LoopbackServer(
                always: .steps(
                    .text(LoopbackAnswer.head(200, [("Content-Length", "50000001")])), .generate(50_000_000),
                    .stall(untilClosed: closed)))
            let transport = URLSessionTransport(configuration: .standard.with { $0.maximumBufferedBytes = 1_000_000 })
            let response = try await transport.send(TransportRequest(url: server.url()))
            await closed.opened()
            let error = await #expect(throws: TransportError.self) { try await response.body.collect(upTo: 50_000_001) }
            #expect(error?.signature == FaultSignature(kind: .bodyTooLarge, phase: .receivingBody))
        }

        @Test("It does not claim to stream")
        func capabilities() {
            let capabilities = URLSessionTransport().capabilities
            #expect(!capabilities.streamsWithBackpressure)
            #expect(capabilities.decompressesBodies)
        }
    }

    private func exchange(_ answer: LoopbackAnswer) async {
        guard let server = try? LoopbackServer(always: answer) else { return }
        let transport = URLSessionTransport()
        _ = await transport.fault(of: TransportRequest(url: server.url()))
    }
#endif
