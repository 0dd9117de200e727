import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("What was recorded can be replayed")
struct RecordingReplayTests {
    /// Goes through what was recorded in the same way.
    private func replay(_ recording: ParseRecording) async throws -> (ParseRun, [Chunk], ReplayTransport) {
        let transport = ReplayTransport(recording)
        let client = try transport.client()
        let run = try await client.waitForParseRun("pr_1")
        var chunks: [Chunk] = []
        for try await chunk in client.chunks(of: run.id) { chunks.append(chunk) }
        return (run, chunks, transport)
    }

    /// The chunks without the links of their figures, which are presigned and do not come back.
    private func withoutURLs(_ chunks: [Chunk]) -> [Chunk] {
        chunks.map { chunk in
            var chunk = chunk
            for index in chunk.blocks.indices {
                switch chunk.blocks[index].details {
                case .figure(var details):
                    details.imageURL = nil
                    chunk.blocks[index].details = .figure(details)
                case .barcode(var details):
                    details.imageURL = nil
                    chunk.blocks[index].details = .barcode(details)
                default: break
                }
            }
            return chunk
        }
    }

    @Test("A session, written to a file and read again, gives the same run and the same chunks")
    func session() async throws {
        let session = try await RecordedSession(ParseScenario())
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).parserecording")
        defer { try? FileManager.default.removeItem(at: file) }
        try session.recording.write(to: file.path)
        let recording = try ParseRecording(contentsOf: file.path)
        #expect(recording == session.recording)
        let (run, chunks, transport) = try await replay(recording)
        #expect(run.status == .processed && run.metrics?.pageCount == 3)
        #expect(withoutURLs(chunks) == withoutURLs(session.chunks) && chunks.count == 3)
        try transport.verify()
    }

    @Test("Faults come again where they came")
    func faults() async throws {
        let scenario = ParseScenario()
            .failing(.reset, atCall: 1)
            .failing(.rateLimited(retryAfter: .seconds(2)), atCall: 3)
            .failing(.status(503), atDownload: 1)
            .failing(.breakBody(after: 2_000), atDownload: 2)
            .failing(.expiredURL, atDownload: 3)
        let session = try await RecordedSession(scenario)
        #expect(
            session.recording.exchanges.contains { $0.status == nil && $0.fault?.description == "connectionBroken" })
        #expect(session.recording.exchanges.contains { $0.status == 429 })
        #expect(session.recording.documents.count == 1)
        let (_, chunks, transport) = try await replay(ParseRecording(parsing: session.recording.text))
        #expect(withoutURLs(chunks) == withoutURLs(session.chunks))
        try transport.verify()
    }

    @Test("What was fetched in windows is one document, and can be streamed")
    func windows() async throws {
        let small = ParseClientConfiguration().with { $0.download.windowBytes = 65_536 }
        let session = try await RecordedSession(
            ParseScenario(), pages: 12, capabilities: .buffering, configuration: small)
        #expect(session.recording.exchanges.count { $0.status == 206 } > 3)
        #expect(session.recording.documents.count == 1 && session.recording.documents.first?.isComplete == true)
        let (_, chunks, transport) = try await replay(session.recording)
        #expect(withoutURLs(chunks) == withoutURLs(session.chunks))
        try transport.verify()
    }

    @Test("What was not recorded is refused by name, and so is what nobody asked for")
    func strict() async throws {
        let session = try await RecordedSession(ParseScenario())
        let transport = ReplayTransport(session.recording)
        let client = try ParseClient(token: "sk_any", transport: transport)
        let error = await #expect(throws: ParseError.self) { try await client.parseRun("pr_2") }
        let cause = "\(try #require(error))"
        #expect(cause.contains("pr_2") && cause.contains("not in the recording") && cause.contains("pr_1"))
        let unmet = #expect(throws: MockScriptError.self) { try transport.verify() }
        #expect(unmet?.unexpected.count == 1)
        #expect(unmet?.unsent.contains { $0.contains("pr_1") } == true)
        #expect(unmet?.unsent.contains { $0.contains("output.json") } == true)
    }

    @Test("The recorder keeps no more than its limit, and disturbs nobody")
    func limit() async throws {
        let api = SimulatedParseAPI(ParseScenario().run(SimulatedRun("pr_1").processed(.pages(2))))
        let recorder = RecordingTransport(api, limit: 100)
        let client = try ParseClient(token: api.token, transport: recorder)
        #expect(try await client.output(of: "pr_1").chunks.count == 2)
        let error = #expect(throws: RecordingError.self) { try recorder.recording }
        #expect(error?.message.contains("100") == true)
    }

    @Test("A reader who leaves leaves a document that is not whole")
    func left() async throws {
        let api = SimulatedParseAPI(ParseScenario().run(SimulatedRun("pr_1").processed(.pages(200))))
        let recorder = RecordingTransport(api)
        let client = try ParseClient(token: api.token, transport: recorder)
        for try await _ in client.chunks(of: "pr_1") { break }
        let recording = try ParseRecording(parsing: recorder.recording.text)
        #expect(recording.documents.first?.isComplete == false)
        let error = #expect(throws: RecordingError.self) { try RecordedRun(recording) }
        #expect(error?.message == "not all of the output was read when it was recorded")
        let replayed = try ParseClient(token: "sk_any", transport: ReplayTransport(recording))
        var count = 0
        for try await _ in replayed.chunks(of: "pr_1") {
            count += 1
            if count == 1 { break }
        }
        #expect(count == 1)
    }

    @Test("Parts of a document are put together, also of one whose first part told no length")
    func parts() async throws {
        let whole = SampleDocument(pages: 1).pieces.joined()
        let (front, rest) = (Array(whole.prefix(900)), Array(whole.dropFirst(700)))
        let broken = TransportError(.connectionBroken, phase: .receivingBody, message: "It broke.")
        var cut = MockBody.bytes(front).thenFail(broken)
        cut.announcedLength = nil
        let count = whole.reduce(0) { sum, _ in sum + 1 }
        let recorder = RecordingTransport(
            MockTransport([
                MockExchange(answer: .response(status: 200, headers: ["ETag": "\"1\"", "X-Odd": "é"], body: cut)),
                MockExchange(
                    answer: .response(
                        status: 206,
                        headers: ["ETag": "\"1\"", "Content-Range": "bytes 700-\(count - 1)/\(count)"],
                        body: .bytes(rest))),
            ]))
        let url = try #require(URL(string: "https://s.example/o?Signature=secret"))
        for _ in 0..<2 {
            _ = try? await recorder.send(TransportRequest(url: url)).body.collect(upTo: 1 << 20)
        }
        let recording = try ParseRecording(parsing: recorder.recording.text)
        #expect(recording.documents.map(\.isComplete) == [true])
        #expect(try ParseRunOutput(decoding: recording.documents[0].bytes).chunks.count == 1)
    }

    @Test("An exchange that was cancelled before its head is none")
    func cancelled() async throws {
        let clock = ManualClock()
        let api = SimulatedParseAPI(ParseScenario().failing(.delay(.seconds(5)), atCall: 1), time: clock.timeSource)
        let recorder = RecordingTransport(api)
        let request = TransportRequest(url: try #require(URL(string: "https://api.extend.ai/parse_runs/pr_1")))
        let task = Task { try await recorder.send(request) }
        try await clock.waitForSleepers(1)
        task.cancel()
        await #expect(throws: TransportError.self) { try await task.value }
        #expect(try recorder.recording.exchanges.isEmpty)
    }
}
