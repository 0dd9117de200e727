import ParseKit
import ParseTesting
import Testing

private func newTraceParent() -> String { "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" }

/// The samples of the README, compiled and run as they are printed there.
struct ReadmeSamples {
    let token = "sk_simulated"
    let stored: @Sendable (RunHandle?) -> Void

    func fetch(transport: any Transport) async throws {
        // sample: fetch
        let client = try ParseClient(token: token)  // or .fromEnvironment()
        let run = try await client.parseRun("pr_xK9mLPqRtN3vS8wF5hB2cQ")
        switch run.status {
        case .processed: print("\(run.output?.chunks.count ?? 0) chunks")
        case .failed: print("failed: \(run.failureReason?.rawValue ?? "no reason given")")
        default: print("still \(run.status)")
        }
        // end
    }

    func wait(_ client: ParseClient, _ id: String) async throws {
        let store = stored
        // sample: wait
        do {
            let run = try await client.waitForParseRun(id, timeout: .seconds(600)) { print($0) }
            print("ended as \(run.status)")
        } catch {
            guard error.code == .timedOut else { throw error }
            // The run goes on. Store the handle; any process can go on: waitForParseRun(resuming:).
            store(error.handle)
        }
        // end
    }

    func waitMany(_ client: ParseClient, _ ids: [String]) async {
        let store = stored
        // sample: waitMany
        for await ending in client.waitForParseRuns(ids, timeout: .seconds(3_600)) {
            switch ending.result {
            case .success(let run): print("\(run.id) ended as \(run.status)")
            case .failure(let error): store(error.handle)  // of this run alone; the others go on
            }
        }
        // end
    }

    func stream(_ client: ParseClient, _ id: String) async throws {
        // sample: stream
        for try await chunk in client.chunks(of: id) {
            print(chunk.metadata.pageRange?.start ?? 0, chunk.content)
            for block in chunk.blocks where block.type == .table {
                print(block.id, block.boundingBox)
            }
        }
        // end
    }

    func slices(_ client: ParseClient, _ id: String) async throws {
        // sample: slices
        for try await slice in client.chunkSlices(of: id) where slice.pageRange?.start == 7 {
            print(try slice.decoded().content)  // slice.bytes is its JSON, byte for byte
        }
        // end
    }

    func resume(
        _ client: ParseClient,
        _ id: String,
        loadToken: () throws -> ResumeToken?,
        store: (Chunk, ResumeToken) throws -> Void,
        forgetAll: () throws -> Void
    ) async throws {
        // sample: resume
        let last = try loadToken()  // nil the first time
        do {
            for try await (chunk, token) in client.chunks(of: id, resumingFrom: last).withResumeTokens {
                try store(chunk, token)  // together, and no chunk is read twice or lost
            }
        } catch let error as ParseError {
            guard error.code == .outputChanged else { throw error }
            try forgetAll()  // the output is another one by now: begin anew, without a token
        }
        // end
    }

    func save(_ client: ParseClient, _ id: String, to path: String) async throws {
        // sample: save
        try await client.saveOutput(of: id, to: path) { report in
            print("\(report.position) of \(report.totalBytes ?? 0) bytes")
        }
        // end
    }

    func limits() throws -> ParseClient {
        // sample: limits
        let configuration = ParseClientConfiguration().with {
            $0.baseURL = .eu1
            $0.callTimeout = .seconds(30)  // one call of the API, attempts and waits included
            $0.download.maximumBytes = 1 << 30
            $0.download.timeout = .seconds(600)  // one download in all; without it, as long as it comes on
            $0.download.timeouts.idle = .seconds(10)  // silence while you wait for bytes
            $0.storageRetry.policy = StandardRetryPolicy().limitingAttempts(to: 20)  // without progress
            $0.decoding.elementBytes = 8 << 20  // the JSON of one chunk
            $0.limits.collectedOutputBytes = 64 << 20  // output(of:), which collects in memory
        }
        let client = try ParseClient(token: token, configuration: configuration)
        // end
        return client
    }

    func observe() async throws -> ParseClient {
        // sample: observe
        struct Log: ClientObserver {
            func observe(_ event: ClientEvent) { print(event) }  // parseRun pr_1: attempt #1 after 0 s: 503 …
        }

        let configuration = ParseClientConfiguration().with { $0.observer = Log() }
        let client = try ParseClient(token: token, configuration: configuration)
        print(await RetryConfiguration.standard.explain(outage: .seconds(1)))
        // end
        return client
    }

    func transport() throws -> ParseClient {
        // sample: transport
        struct Stamped: Transport {
            let base: any Transport
            var capabilities: TransportCapabilities { base.capabilities }

            func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
                var request = request
                request.headers["traceparent"] = newTraceParent()
                return try await base.send(request)
            }
        }

        let traced = try ParseClient(token: token, transport: Stamped(base: DefaultTransport.shared))
        // end
        return traced
    }

    func test() async throws {
        // sample: test
        let scenario = ParseScenario()
            .run(SimulatedRun("pr_1").processing(for: .seconds(3_600)).processed(.pages(3)))
            .failing(.rateLimited(retryAfter: .seconds(2)), atCall: 2)
        let api = SimulatedParseAPI(scenario, time: ManualClock(.jumping).timeSource)  // an hour takes a millisecond
        let client = try api.client()
        let run = try await client.waitForParseRun("pr_1", timeout: nil)
        var pages = 0
        for try await _ in client.chunks(of: run.id) { pages += 1 }
        #expect(pages == 3)
        try api.verify()  // nothing was asked that should not be, and the fault did strike
        // end
    }
}
