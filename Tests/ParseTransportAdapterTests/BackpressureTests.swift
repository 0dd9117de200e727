import Foundation
import LoopbackServer
import ParseTransport
import ParseTransportCurl
import Testing

@Suite("CurlTransport holds its peers back", .timeLimit(.minutes(2)))
struct BackpressureTests {
    static let size = 100 << 20

    @Test("It says that it streams, and no piece is much larger than the mark")
    func pieces() async throws {
        let blocked = LoopbackGate()
        let server = try LoopbackServer(always: .generated(32 << 20, whenBlocked: blocked))
        let transport = CurlTransport(configuration: .direct)
        let response = try await transport.send(TransportRequest(url: server.url(), version: .http1))
        await blocked.opened()
        for try await piece in response.body { #expect(piece.count <= (1 << 20) + 65_536) }
        #expect(transport.capabilities == .streaming)
    }

    // The rest looks at the whole process, so each has one of its own.
    #if os(Linux)
        @Test("A hundred megabytes to a slow reader take less than eight of memory")
        func memory() async {
            await #expect(processExitsWith: .success) {
                let (first, second) = (LoopbackGate(), LoopbackGate())
                let half = BackpressureTests.size / 2
                let server = try LoopbackServer { request in
                    request.path == "/warm"
                        ? .generated(1 << 20)
                        : .steps(
                            .text(LoopbackAnswer.head(200, [("Content-Length", "\(2 * half)")])),
                            .generate(half, whenBlocked: first), .generate(half, whenBlocked: second))
                }
                let transport = CurlTransport(configuration: .direct)
                _ = try await transport.exchange(TransportRequest(url: server.url(path: "/warm")))

                try ProcessMeter.resetPeakMemory()
                let before = try ProcessMeter.peakMemory()
                let response = try await transport.send(TransportRequest(url: server.url(), version: .http1))
                await first.opened()
                var count = 0
                for try await piece in response.body {
                    // Well into the second half, so that the server has blocked there before reading goes on.
                    if count < half + (16 << 20), count + piece.count >= half + (16 << 20) { await second.opened() }
                    count += piece.count
                }
                let growth = try ProcessMeter.peakMemory() - before
                print("memory growth: \(growth) KiB")
                #expect(count == 2 * half)
                #expect(growth < 8 * 1_024)
            }
        }

        @Test("Neither an idle transport nor one whose bodies are held back uses the processor")
        func idleProcessor() async {
            await #expect(processExitsWith: .success) {
                let blocked = LoopbackGate()
                let server = try LoopbackServer {
                    $0.path == "/large" ? .generated(20 << 20, whenBlocked: blocked) : .response()
                }
                let idle = CurlTransport(configuration: .direct)
                _ = try await idle.exchange(TransportRequest(url: server.url()))
                let paused = CurlTransport(configuration: .direct)
                let response = try await paused.send(TransportRequest(url: server.url(path: "/large")))
                await blocked.opened()

                let before = ProcessMeter.processorTime()
                // The one real sleep: what is measured is that nothing happens while time passes.
                try await Task.sleep(for: .milliseconds(400))
                let used = ProcessMeter.processorTime() - before
                print("processor time: \(used)")
                #expect(used < .milliseconds(20))
                withExtendedLifetime((idle, paused, response)) {}
            }
        }
    #endif
}
