import Foundation
import ParseKit
import ParseTesting
import Synchronization
import Testing

@Suite("Reading an output while its run or its URL ends, row by row")
struct OutputRowsTests {
    private let clock = ManualClock(.jumping)
    private let document = SampleDocument(pages: 40, seed: 5).output

    private func api() throws -> SimulatedParseAPI {
        let api = SimulatedParseAPI(time: clock.timeSource)
        api.add(try .processed("pr_1", output: document))
        return api
    }

    /// Reads the chunks; something happens behind the first.
    private func read(
        _ api: SimulatedParseAPI, then happen: () -> Void
    ) async throws -> (chunks: [Chunk], error: ParseError?) {
        var chunks: [Chunk] = []
        let client = try api.client()
        do throws(ParseError) {
            for try await chunk in client.chunks(of: "pr_1") {
                if chunks.isEmpty { happen() }
                chunks.append(chunk)
            }
            return (chunks, nil)
        } catch {
            return (chunks, error)
        }
    }

    private func statuses(_ api: SimulatedParseAPI, storage: Bool) -> [Int?] {
        api.exchanges.filter { $0.isStorage == storage }.map(\.status)
    }

    @Test("D10 The API may fail while a URL is replaced: its own retries bear it, and the download goes on")
    func d10_refreshRetried() async throws {
        let api = try api()
        api.inject(.breakBody(after: 70_000), atDownload: 1)
        api.inject(.status(503), atCall: 2)
        api.inject(.status(503), atCall: 3)
        let outcome = try await read(api) { api.expireURLs() }
        #expect(outcome.error == nil)
        #expect(outcome.chunks == document.chunks)
        #expect(statuses(api, storage: true) == [200, 403, 206])
        #expect(statuses(api, storage: false) == [200, 503, 503, 200])
    }

    @Test("D10 Where the API fails for good, its own word is the error, and the token goes on")
    func d10_refreshFails() async throws {
        let api = try api()
        api.inject(.breakBody(after: 70_000), atDownload: 1)
        for call in 2...5 { api.inject(.status(503), atCall: call) }
        let outcome = try await read(api) { api.expireURLs() }
        #expect(outcome.error?.code == .serverError)
        #expect(outcome.error?.isRetryable == true)
        let token = try #require(outcome.error?.resumeToken)
        #expect(token.chunkCount == outcome.chunks.count)
        var rest: [Chunk] = []
        for try await chunk in try api.client().chunks(of: "pr_1", resumingFrom: token) { rest.append(chunk) }
        #expect(outcome.chunks + rest == document.chunks)
    }

    @Test("D11 A run that is deleted while its output is read is an error that says so, with the token")
    func d11_deleted() async throws {
        let api = try api()
        api.inject(.breakBody(after: 70_000), atDownload: 1)
        let outcome = try await read(api) { api.delete("pr_1") }
        #expect(outcome.error?.code == .notFound)
        #expect(outcome.error?.status == 404)
        #expect(outcome.error?.resumeToken?.runID == "pr_1")
        #expect(outcome.error?.resumeToken?.chunkCount == outcome.chunks.count)
        #expect(document.chunks.starts(with: outcome.chunks))
        #expect(!outcome.chunks.isEmpty)
        #expect(statuses(api, storage: false) == [200, 404])
    }

    @Test("D11 So is a run that has failed after all")
    func d11_failed() async throws {
        let api = try api()
        api.inject(.breakBody(after: 70_000), atDownload: 1)
        let outcome = try await read(api) { api.add(.failed("pr_1", reason: .corruptFile, message: "It was corrupt")) }
        #expect(outcome.error?.code == .runFailed)
        #expect(outcome.error?.failureReason == .corruptFile)
        #expect(outcome.error?.message.contains("It was corrupt") == true)
        #expect(outcome.error?.resumeToken?.chunkCount == outcome.chunks.count)
        #expect(outcome.error?.handle?.id == "pr_1")
    }

    @Test("D17 The key is in no request to the storage, wherever it might hide")
    func d17_key() async throws {
        let seen = Mutex<[TransportRequest]>([])
        struct Recording: Transport {
            let base: SimulatedParseAPI
            let record: @Sendable (TransportRequest) -> Void
            var capabilities: TransportCapabilities { base.capabilities }

            func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
                record(request)
                return try await base.send(request)
            }
        }
        let api = try api()
        api.inject(.breakBody(after: 70_000), atDownload: 1)
        api.inject(.expiredURL, atDownload: 2)
        let configuration = ParseClientConfiguration().with {
            $0.time = clock.timeSource
            $0.workspaceID = "ws_secret"
            $0.applicationName = "Harbour/2.0"
        }
        let transport = Recording(base: api) { request in seen.withLock { $0.append(request) } }
        let client = try ParseClient(token: api.token, configuration: configuration, transport: transport)
        #expect(try await client.output(of: "pr_1") == document)
        let (own, storage) = seen.withLock { all in
            (all.filter { $0.url.host == "api.extend.ai" }, all.filter { $0.url.host != "api.extend.ai" })
        }
        #expect(own.count == 2 && storage.count == 3)
        #expect(own.allSatisfy { $0.headers["Authorization"] == "Bearer \(api.token)" })
        for request in storage {
            let all = request.headers.map { "\($0.name): \($0.value)" } + [request.url.absoluteString]
            #expect(!all.contains { $0.contains(api.token) || $0.contains("ws_secret") })
            #expect(request.headers.allSatisfy { !$0.name.lowercased().hasPrefix("x-") })
        }
    }
}
