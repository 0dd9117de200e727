import Foundation
import LoopbackServer
import ParseTransport
import ParseTransportCurl
import Testing

@Suite("CurlTransport holds its peers back", .timeLimit(.minutes(2)))
struct BackpressureTests {
    static let size = 100 << 20

    @Test("A server cannot send more than fits the mark and the sockets while nobody reads, and all of it arrives")
    func heldBack() async throws {
        let blocked = LoopbackGate()
        let size = 32 << 20
        let server = try LoopbackServer(always: .generated(size, whenBlocked: blocked))
        let transport = CurlTransport(configuration: .direct)
        let response = try await transport.send(TransportRequest(url: server.url(), version: .http1))
        await blocked.opened()
        #expect(server.bytesSent < 16 << 20)

        var checker = PatternChecker()
        for try await piece in response.body {
            #expect(piece.count <= (1 << 20) + 65_536)
            checker.check(piece)
        }
        #expect(checker.offset == size)
        #expect(checker.isIntact)
        #expect(transport.capabilities == .streaming)
    }

    @Test("A body that is held back does not hold back the others on the same thread")
    func others() async throws {
        let blocked = LoopbackGate()
        let server = try LoopbackServer {
            $0.path == "/large" ? .generated(Self.size, whenBlocked: blocked) : .response(body: "small")
        }
        let transport = CurlTransport(configuration: .direct)
        let large = try await transport.send(TransportRequest(url: server.url(path: "/large")))
        await blocked.opened()
        for _ in 0..<10 {
            let small = TransportRequest(url: server.url(path: "/small"))
            #expect(try await transport.exchange(small).body == Array("small".utf8))
        }
        #expect(large.body.length == Int64(Self.size))
    }

    @Test("A reader who comes late is no stalled peer")
    func lateReader() async throws {
        let blocked = LoopbackGate()
        let server = try LoopbackServer(always: .generated(20 << 20, whenBlocked: blocked))
        let transport = CurlTransport(configuration: .direct)
        let request = TransportRequest(url: server.url(), timeouts: TransportTimeouts(idle: .milliseconds(50)))
        let response = try await transport.send(request)
        // Opens after 200 ms without progress, four times the allowed silence.
        await blocked.opened()
        #expect(try await response.body.collect(upTo: 20 << 20).count == 20 << 20)
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

/// Compares a generated body with its pattern, a piece at a time.
struct PatternChecker {
    private(set) var offset = 0
    private(set) var isIntact = true

    /// Two periods, so that a period beginning anywhere is one slice.
    private static let periods = (0..<502).map(LoopbackAnswer.patternByte(at:))

    mutating func check(_ piece: ArraySlice<UInt8>) {
        var rest = piece
        while !rest.isEmpty {
            let start = offset % 251
            let part = rest.prefix(251)
            if !part.elementsEqual(Self.periods[start..<(start + part.count)]) { isIntact = false }
            offset += part.count
            rest = rest.dropFirst(part.count)
        }
    }
}
