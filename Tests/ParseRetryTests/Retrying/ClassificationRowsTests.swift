import ParseRetry
import ParseTransport
import Testing

@Suite("RetryingTransport, rows A27 to A34: what is tried again")
struct ClassificationRowsTests {
    private static func bench(_ status: Int, _ body: String, _ headers: HeaderFields = [:]) -> RetryBench {
        var bench = RetryBench([
            MockExchange(answer: .json(body, status: status, headers: headers)),
            MockExchange(answer: .response(status: 200)),
        ])
        bench.configuration.readVerdict = { head, body in
            if head.headers["x-should-retry"] == "false" { return ServerVerdict(isRetryable: false) }
            let text = String(decoding: body, as: UTF8.self)
            guard let colon = text.firstIndex(of: ":") else { return .none }
            return ServerVerdict(isRetryable: text[colon...].contains("true"))
        }
        return bench
    }

    @Test("A27 The service's no ends a 503")
    func a27_row() async throws {
        let result = try await Self.bench(503, #"{"retryable": false}"#).perform()
        #expect(result.response.status == 503)
        #expect(result.attempts.count == 1)
        #expect(result.limit == nil)
    }

    @Test("A28 The service's yes repeats a GET, and no POST")
    func a28_row() async throws {
        let get = try await Self.bench(400, #"{"retryable": true}"#).perform(.get)
        #expect(get.response.status == 200)
        #expect(get.attempts.delays == [.milliseconds(100)])
        let post = try await Self.bench(400, #"{"retryable": true}"#).perform(.post)
        #expect(post.response.status == 400)
        #expect(post.attempts.count == 1)
    }

    @Test("A29 A header may say no as well, where the verdict is read from it")
    func a29_row() async throws {
        let result = try await Self.bench(500, "{}", ["x-should-retry": "false"]).perform()
        #expect(result.response.status == 500)
        #expect(result.attempts.count == 1)
    }

    @Test(
        "A30 What will not pass is tried once", arguments: [400, 401, 402, 403, 404, 405, 410, 422, 451, 501, 505, 511])
    func a30_row(status: Int) async throws {
        let bench = RetryBench(statuses: [status, 200])
        let result = try await bench.perform()
        #expect(result.response.status == status)
        #expect(result.attempts.count == 1)
        #expect(result.limit == nil)
        #expect(bench.budget.trace.isEmpty)
    }

    @Test("A31 408, 421 and 425 are tried again, the first two on a new connection", arguments: [408, 421, 425])
    func a31_row(status: Int) async throws {
        for method in [TransportRequest.Method.get, .post] {
            let bench = RetryBench(statuses: [status, 500, 200])
            let result = try await bench.perform(method)
            #expect(result.attempts.count == (method == .get ? 3 : 2))
            let fresh = bench.mock.requests.map(\.requiresNewConnection)
            #expect(fresh == [false] + Array(repeating: status != 425, count: fresh.count - 1))
        }
    }

    @Test("A32 522, 524 and 530 are tried again, 525 and 526 are not", arguments: [522, 524, 530, 525, 526])
    func a32_row(status: Int) async throws {
        let result = try await RetryBench(statuses: [status, 200]).perform()
        #expect(result.response.status == ([525, 526].contains(status) ? status : 200))
    }

    @Test("A33 A POST that failed with 500 may have taken effect: it is sent once")
    func a33_row() async throws {
        let bench = RetryBench(statuses: [500, 200])
        #expect(try await bench.perform(.post).response.status == 500)
        #expect(bench.mock.requests.count == 1)
    }

    @Test("A33 With a key that tells the server that it is the same request, it is sent again with that key")
    func a33_idempotencyKey() async throws {
        let bench = RetryBench(statuses: [500, 200])
        var request = try RetryBench.request(.post)
        request.headers["Idempotency-Key"] = "k1"
        #expect(try await bench.transport.perform(request).response.status == 200)
        #expect(bench.mock.requests.map { $0.headers["Idempotency-Key"] } == ["k1", "k1"])
    }

    @Test("A34 A connection that breaks before the head is tried again, where the request may be sent twice")
    func a34_row() async throws {
        let fault = TransportError(.connectionBroken, phase: .awaitingResponse, message: "Reset by peer.")
        let script = [MockExchange(answer: .failure(fault)), MockExchange(answer: .response(status: 200))]
        let result = try await RetryBench(script).perform(.get)
        #expect(result.attempts.map(\.outcome) == [.fault(fault), .status(200)])
        let error = await #expect(throws: RetryError.self) { try await RetryBench(script).perform(.post) }
        #expect(error?.fault == fault)
        #expect(error?.attempts.count == 1)
        #expect(error?.limit == nil)
    }

    @Test(
        "A request that never left is tried again whatever its method", arguments: [TransportRequest.Method.get, .post])
    func neverLeft(method: TransportRequest.Method) async throws {
        let fault = TransportError(.connectionRefused, phase: .notSent, message: "No.")
        let script = [
            MockExchange(answer: .failure(fault)), MockExchange(answer: .failure(fault)),
            MockExchange(answer: .response(status: 200)),
        ]
        #expect(try await RetryBench(script).perform(method).attempts.count == 3)
    }

    @Test("A redirect is a response like any other, and no error")
    func redirect() async throws {
        let bench = RetryBench(statuses: [302])
        let result = try await bench.perform()
        #expect(result.response.status == 302)
        #expect(result.limit == nil)
    }
}
