import ParseKit
import ParseTesting
import Testing

@Suite("Streaming an output, end to end")
struct StreamingTests {
    private let clock = ManualClock(.jumping)
    private let document = SampleDocument(pages: 5, seed: 3, includesOCR: true).output

    private func api(after duration: Duration = .zero) throws -> SimulatedParseAPI {
        let api = SimulatedParseAPI(time: clock.timeSource)
        api.add(try .processed("pr_1", output: document, after: duration))
        return api
    }

    private func collect<Elements: AsyncSequence>(_ elements: Elements) async throws(Elements.Failure) -> [Elements
        .Element]
    {
        var all: [Elements.Element] = []
        for try await element in elements { all.append(element) }
        return all
    }

    @Test("From pending to the last chunk, with one 429 and one expired URL, and the key for the API alone")
    func wholeWay() async throws {
        let api = try api(after: .seconds(20))
        api.inject(.rateLimited(retryAfter: .seconds(2)), atCall: 3)
        api.inject(.expiredURL, atDownload: 1)
        let client = try api.client()
        let run = try await client.waitForParseRun("pr_1")
        #expect(try await collect(client.chunks(of: run.id)) == document.chunks)
        let storage = api.exchanges.filter(\.isStorage)
        #expect(storage.map(\.status) == [403, 200])
        #expect(storage.allSatisfy { !$0.hasAuthorization })
        #expect(api.exchanges.filter { !$0.isStorage }.allSatisfy { $0.hasAuthorization })
        #expect(api.exchanges.filter { $0.status == 429 }.count == 1)
    }

    @Test("Blocks, words and the whole output are the same document")
    func shapes() async throws {
        let client = try api().client()
        #expect(try await collect(client.blocks(of: "pr_1")).map(\.block) == document.chunks.flatMap(\.blocks))
        let ocr = try #require(document.ocr)
        #expect(try await collect(client.ocr(of: "pr_1")).count == (ocr.words ?? []).count + (ocr.lines ?? []).count)
        #expect(try await client.output(of: "pr_1") == document)
        #expect(try await client.parseRun("pr_1").output == document)
    }

    @Test("A run without output says why")
    func noOutput() async throws {
        let api = try api(after: .seconds(100))
        api.add(.failed("pr_failed", reason: .passwordProtectedFile, message: "It needs a password"))
        api.add(
            SimulatedRun(
                template: ParseRun(id: "pr_empty", status: .processed), timeline: [.init(.processed, at: .zero)]))
        let client = try api.client()
        for (id, code) in [
            ("pr_1", ParseError.Code.runNotFinished), ("pr_failed", .runFailed), ("pr_empty", .outputUnavailable),
            ("pr_none", .notFound),
        ] {
            let error = await #expect(throws: ParseError.self) { try await self.collect(client.chunks(of: id)) }
            #expect(error?.code == code, "\(id)")
            if code == .runFailed { #expect(error?.failureReason == .passwordProtectedFile) }
        }
    }

    @Test("Where the service puts the output into the run all the same, it is read from there")
    func inline() async throws {
        let json = #"{"id":"pr_1","status":"PROCESSED","output":{"chunks":[{"content":"a"},{"content":"b"}]}}"#
        let transport = MockTransport([
            MockExchange(.get("/parse_runs/pr_1").query("responseType", "url"), answer: .json(json))
        ])
        let client = try ParseClient(token: "sk_1", transport: transport)
        #expect(try await collect(client.chunks(of: "pr_1")).map(\.content) == ["a", "b"])
    }

    @Test("A body that breaks off is gone on with where it was")
    func broken() async throws {
        let api = try api()
        api.inject(.breakBody(after: 40_000), atDownload: 1)
        let chunks = try api.client().chunks(of: "pr_1")
        #expect(try await collect(chunks) == document.chunks)
        let storage = api.exchanges.filter(\.isStorage)
        #expect(storage.map(\.range) == [nil, "bytes=35904-"])
        #expect(storage.last?.ifMatch != nil)
        #expect(chunks.report?.resumes == 1)
    }

    @Test("Where it breaks off again and again, the whole chunks before it come first, and then where to go on")
    func hopeless() async throws {
        let api = try api()
        api.inject(.breakBody(after: 40_000), atDownload: 1)
        for number in 2...10 { api.inject(.reset, atDownload: number) }
        var chunks: [Chunk] = []
        var failure: ParseError?
        let client = try api.client()
        do throws(ParseError) {
            for try await chunk in client.chunks(of: "pr_1") { chunks.append(chunk) }
        } catch {
            failure = error
        }
        #expect(failure?.code == .downloadFailed && failure?.isRetryable == true && failure?.limit == .attempts)
        #expect(!chunks.isEmpty && chunks == Array(document.chunks.prefix(chunks.count)) && chunks.count < 5)
        let token = try #require(failure?.resumeToken)
        #expect(token.chunkCount == chunks.count)
        let healthy = try SimulatedParseAPI.holding(document)
        chunks += try await collect(healthy.client().chunks(of: "pr_1", resumingFrom: token))
        #expect(chunks == document.chunks)
    }

    @Test("A page instead of the document, and a document that is none, are errors")
    func notADocument() async throws {
        for (fault, code) in [
            (SimulatedFault.body("<html>Log in</html>"), ParseError.Code.downloadFailed),
            (.body("{\"hello\": 1}", contentType: "application/json"), .malformedOutput),
            (.body("{\"chunks\": [", contentType: "application/json"), .malformedOutput),
        ] {
            let api = try api()
            api.inject(fault, atDownload: 1)
            let client = try api.client()
            let error = await #expect(throws: ParseError.self) { try await self.collect(client.chunks(of: "pr_1")) }
            #expect(error?.code == code)
            api.inject(fault, atDownload: 2)
            let collected = await #expect(throws: ParseError.self) { try await client.output(of: "pr_1") }
            #expect(collected?.code == code && collected?.handle == error?.handle)
            #expect((collected?.cause is OutputDecodingError) == (code == .malformedOutput))
        }
    }

    @Test("Chunks as they came are the same chunks")
    func slices() async throws {
        let client = try api().client()
        let chunks = try await collect(client.chunks(of: "pr_1"))
        let slices = try await collect(client.chunkSlices(of: "pr_1"))
        #expect(try slices.map { try $0.decoded() } == chunks)
        #expect(slices.map(\.pageRange) == chunks.map(\.metadata.pageRange))
        #expect(slices.map(\.index) == Array(chunks.indices))
    }

    @Test("Limits hold")
    func limits() async throws {
        let small = ParseClientConfiguration().with {
            $0.download.maximumBytes = 1_000
            $0.limits.collectedOutputBytes = 1_000
        }
        let client = try api().client(configuration: small)
        let streamed = await #expect(throws: ParseError.self) { try await self.collect(client.chunks(of: "pr_1")) }
        let collected = await #expect(throws: ParseError.self) { try await client.output(of: "pr_1") }
        #expect(streamed?.code == .responseTooLarge && collected?.code == .responseTooLarge)
    }

    @Test("The limits of decoding hold for a collected output as for a streamed one")
    func decodingLimits() async throws {
        for limits in [DecodingLimits(depth: 3), DecodingLimits(totalBytes: 1_000)] {
            let client = try api().client(configuration: ParseClientConfiguration().with { $0.decoding = limits })
            let streamed = await #expect(throws: ParseError.self) { try await self.collect(client.chunks(of: "pr_1")) }
            let collected = await #expect(throws: ParseError.self) { try await client.output(of: "pr_1") }
            for error in [streamed, collected] {
                #expect(error?.code == .malformedOutput)
                #expect((error?.cause as? OutputDecodingError)?.code == .limitExceeded)
            }
        }
    }

    @Test("Each pass is a download of its own; one that is left early reads no more")
    func passes() async throws {
        let api = try api()
        let chunks = try api.client().chunks(of: "pr_1")
        #expect(api.exchanges.isEmpty)
        for try await _ in chunks { break }
        #expect(try await collect(chunks).count == 5)
        #expect(api.exchanges.filter(\.isStorage).count == 2)
    }

    @MainActor
    @Test("The main actor may stream")
    func mainActor() async throws {
        var pages = 0
        for try await chunk in try api().client().chunks(of: "pr_1") {
            pages += chunk.metadata.pageRange == nil ? 0 : 1
        }
        #expect(pages == 5)
    }
}
