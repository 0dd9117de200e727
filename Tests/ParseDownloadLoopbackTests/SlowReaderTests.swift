import LoopbackServer
import ParseModels
import ParseOutput
import ParseTransport
import Testing

@Suite("Readers that take their time, on this machine", .timeLimit(.minutes(2)))
struct SlowReaderTests {
    @Test("E4 A server is never far ahead of a slow reader", arguments: Adapter.streaming)
    func e4_heldBack(on adapter: Adapter) async throws {
        // Three parts of more than 20 MiB, each of whole periods of the pattern.
        let part = 349 * 64_256
        let blocked = [LoopbackGate(), LoopbackGate(), LoopbackGate()]
        let head = LoopbackAnswer.head(200, [("Content-Length", "\(3 * part)"), ("ETag", "\"v1\"")])
        let parts = blocked.flatMap { gate in
            [LoopbackAnswer.Step.generate(part, whenBlocked: gate), .open(gate)]
        }
        let server = try LoopbackServer(always: .steps([.text(head)] + parts))
        let url = PresignedURL(rawValue: server.origin + "/output.json?X-Amz-Signature=topsecret")
        let download = ResumableDownload(
            over: adapter.makeTransport(),
            configuration: DownloadConfiguration(storage: StoragePolicy(allowsLoopbackHTTP: true))
        ) { url }

        var pattern = PatternReader()
        var pauses = 0
        for try await piece in download {
            let isNext = pattern.takes(piece)
            #expect(isNext)
            // Some way into a part the reader waits, until the server has waited for it in vain.
            guard pauses < blocked.count, pattern.offset >= pauses * part + (4 << 20) else { continue }
            await blocked[pauses].opened()
            pauses += 1
            #expect(server.bytesSent - pattern.offset < 16 << 20)
        }
        #expect(pauses == 3)
        #expect(pattern.offset == 3 * part)
        #expect(download.report.wireBytes == Int64(3 * part))
        #expect(server.requests.count == 1)
    }

    @Test("E4 Where a peer cannot be held back, no more than two windows are under way", arguments: Adapter.windowed)
    func e4_windows(on adapter: Adapter) async throws {
        let (object, window) = (StoredObject.standard, 512 << 10)
        let secondSent = LoopbackGate()
        let bench = try StorageBench(
            on: adapter,
            answers: [{ object.answer(to: $0) }, { object.answer(to: $0, then: .open(secondSent)) }]
        ) { $0.windowBytes = window }
        let outcome = await bench.run { count in
            await secondSent.opened()
            #expect(bench.server.requests.count <= count / window + 2)
            // A window is asked for with the bytes before it, and comes with a head.
            #expect(bench.server.bytesSent <= (count / window + 2) * (window + 4_096 + 512))
        }
        #expect(outcome.error == nil)
        #expect(outcome.isIdentical)
        #expect(outcome.requests.count == 6)
    }

    @Test("E27 A reader who leaves takes the connection along", arguments: Adapter.allCases)
    func e27_leaving(on adapter: Adapter) async throws {
        let closed = LoopbackGate()
        let bench = try StorageBench(
            on: adapter,
            answers: [{ StoredObject.standard.answer(to: $0, until: 1_200_000, then: .stall(untilClosed: closed)) }])
        for try await piece in bench.download {
            #expect(!piece.isEmpty)
            break
        }
        await closed.opened()
        #expect(bench.server.acceptedConnections == 1)
    }
}
