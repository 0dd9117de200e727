import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("What goes wrong")
struct ErrorTests {
    /// What a call fails with when every attempt is answered alike.
    private func error(_ answer: MockAnswer, attempts: Int) async throws -> ParseError? {
        let clock = ManualClock(.jumping)
        let transport = MockTransport((0..<attempts).map { _ in MockExchange(answer: answer) }, clock: clock)
        let configuration = ParseClientConfiguration().with {
            $0.time = clock.timeSource
            $0.retry = RetryConfiguration()
        }
        let client = try ParseClient(token: "sk_secret", configuration: configuration, transport: transport)
        let error = await #expect(throws: ParseError.self) { try await client.parseRun("pr_1") }
        try transport.verify()
        return error
    }

    @Test(
        "Every documented status is a code of its own",
        arguments: [
            (400, ParseError.Code.invalidRequest, 1), (401, .unauthorized, 1), (402, .paymentRequired, 1),
            (403, .forbidden, 1),
            (404, .notFound, 1), (422, .invalidRequest, 1), (429, .rateLimited, 4), (500, .serverError, 4),
            (503, .serverError, 4), (302, .redirectRefused, 1), (418, .unexpectedStatus, 1),
        ]
    )
    func statuses(_ status: Int, _ code: ParseError.Code, _ attempts: Int) async throws {
        let retryable = attempts > 1
        let answer = MockAnswer.json(
            #"{"code":"SOME_CODE","message":"Because","retryable":\#(retryable),"requestId":"req_7"}"#,
            status: status
        )
        let error = try await error(answer, attempts: attempts)
        #expect(error?.code == code && error?.status == status)
        #expect(
            error?.serverCode?.rawValue == "SOME_CODE" && error?.message == "Because" && error?.requestID == "req_7")
        #expect(error?.isRetryable == retryable && error?.attempts.count == attempts)
    }

    @Test("The service's word on trying again wins over the status")
    func verdict() async throws {
        let never = MockAnswer.json(#"{"code":"INTERNAL_ERROR","message":"x","retryable":false}"#, status: 500)
        #expect(try await error(never, attempts: 1)?.isRetryable == false)
    }

    @Test("A gateway's page tells its status, and the header the request's id")
    func gateway() async throws {
        let page = MockAnswer.response(
            status: 502,
            headers: ["Content-Type": "text/html", "x-extend-request-id": "req_h"],
            body: .bytes("<html>Bad gateway</html>".utf8)
        )
        let error = try await error(page, attempts: 4)
        #expect(error?.code == .serverError && error?.requestID == "req_h" && error?.serverCode == nil)
    }

    private static let portal = MockAnswer.response(
        status: 200,
        headers: ["Content-Type": "text/html"],
        body: .bytes("<html>Sign in with sk_secret".utf8)
    )

    @Test("A47 A run that is cut is asked for once more, and then is an error that says where", arguments: [26, 5, 0])
    func a47_cut(count: Int) async throws {
        let answer = MockAnswer.json(String(#"{"id":"pr_1","status":"PROCESSING"}"#.prefix(count)))
        let error = try await error(answer, attempts: 2)
        #expect(error?.code == .malformedResponse)
        #expect(error?.attempts.map(\.decision) == [.retry(.transient), .permanent])
        #expect((error?.cause as? OutputDecodingError)?.byteOffset == Int64(count))
    }

    @Test("A48 A page of something in between is asked for once more, and then told without its contents")
    func a48_portal() async throws {
        let error = try await error(Self.portal, attempts: 2)
        #expect(error?.code == .unexpectedContent)
        #expect(error?.message.contains("text/html") == true && error?.message.contains("Sign in") == false)
    }

    @Test("A47, A48 If the second answer is a run, all is well")
    func a47_a48_passes() async throws {
        let run = MockAnswer.json(#"{"id":"pr_1","status":"PROCESSING"}"#)
        for bad in [Self.portal, .json("{")] {
            let clock = ManualClock(.jumping)
            let transport = MockTransport([MockExchange(answer: bad), MockExchange(answer: run)], clock: clock)
            let configuration = ParseClientConfiguration().with { $0.time = clock.timeSource }
            let client = try ParseClient(token: "sk_1", configuration: configuration, transport: transport)
            #expect(try await client.parseRun("pr_1").status == .processing)
            try transport.verify()
        }
    }

    @Test("With status 200, a JSON value that is no run is an error at once", arguments: ["[]", "{}", "null"])
    func noRun(_ json: String) async throws {
        #expect(try await error(.json(json), attempts: 1)?.code == .malformedResponse)
    }

    @Test("What is wrong with an answer is told with its place, and without its contents")
    func place() async throws {
        let url = "https://a.example/?X-Amz-Signature=topsecret"
        let error = try #require(try await error(.json(#"{"id":"pr_1","outputUrl":["\#(url)"]}"#), attempts: 1))
        #expect(error.code == .malformedResponse && error.isRetryable)
        let cause = try #require(error.cause as? OutputDecodingError)
        #expect(cause.code == .typeMismatch && cause.path == "outputUrl" && cause.byteOffset == 25)
        #expect(error.message.contains("outputUrl, byte 25"))
        var dumped = ""
        dump(error, to: &dumped)
        #expect(!(dumped + "\(error)").contains("topsecret"))
    }

    @Test("A page that is not found, and is none of the API's, leads to the base URL")
    func wrongBaseURL() async throws {
        let page = MockAnswer.response(
            status: 404, headers: ["Content-Type": "text/html"], body: .bytes(Array("<p>".utf8)))
        let error = try #require(try await error(page, attempts: 1))
        #expect(error.code == .notFound && error.message.hasSuffix("and not by the API: is the base URL right?"))
        #expect(error.message.hasPrefix("GET https://api.extend.ai/parse_runs/pr_1?"))
    }

    @Test("Whoever takes the key for a run's id finds it in no error and no event")
    func keyAsID() async throws {
        let events = ClientEvents()
        let transport = MockTransport([MockExchange(answer: .json("{}", status: 404))])
        let configuration = ParseClientConfiguration().with { $0.observer = events }
        let client = try ParseClient(token: "sk_topsecret", configuration: configuration, transport: transport)
        let error = await #expect(throws: ParseError.self) { try await client.parseRun("sk_topsecret") }
        var shown = "\(String(describing: error))"
        dump(error, to: &shown)
        for await event in events.stream {
            dump(event, to: &shown)
            break
        }
        #expect(shown.contains("404") && !shown.contains("topsecret"))
    }

    @Test("A long wait asked for ends the call at once and says for how long")
    func retryAfter() async throws {
        let answer = MockAnswer.json(
            #"{"code":"RATE_LIMIT_EXCEEDED","message":"x","retryable":true}"#, status: 429,
            headers: ["Retry-After": "3600"])
        let error = try await error(answer, attempts: 1)
        #expect(error?.retryAfter == .seconds(3_600) && error?.limit == .serverDelay)
        #expect(error?.retryAt == ManualClock().date.addingTimeInterval(3_600))
    }

    @Test("While a pause lasts that is longer than a call waits, no call is sent, and each says until when")
    func heldBack() async throws {
        let clock = ManualClock(.jumping)
        let answer = MockAnswer.json(#"{"code":"X"}"#, status: 429, headers: ["Retry-After": "600"])
        let transport = MockTransport([MockExchange(answer: answer)], clock: clock)
        let configuration = ParseClientConfiguration().with { $0.time = clock.timeSource }
        let client = try ParseClient(token: "sk_1", configuration: configuration, transport: transport)
        for sent in [true, false, false] {
            let error = await #expect(throws: ParseError.self) { try await client.parseRun("pr_1") }
            #expect(error?.code == .rateLimited && error?.limit == .serverDelay && error?.isRetryable == true)
            #expect(error?.retryAt == ManualClock().date.addingTimeInterval(600))
            #expect(error?.attempts.count == (sent ? 1 : 0) && error?.status == (sent ? 429 : nil))
            clock.advance(by: .seconds(100))
        }
        try transport.verify()
    }

    @Test("An answer longer than the limit is refused")
    func tooLarge() async throws {
        let transport = MockTransport([MockExchange(answer: .json(#"{"id":"pr_1","status":"PROCESSING"}"#))])
        let configuration = ParseClientConfiguration().with { $0.limits.responseBytes = 10 }
        let client = try ParseClient(token: "sk_1", configuration: configuration, transport: transport)
        let error = await #expect(throws: ParseError.self) { try await client.parseRun("pr_1") }
        #expect(error?.code == .responseTooLarge)
    }

    @Test("An answer may be nested as deep as decoding allows; how long it may be is another limit's business")
    func depth() async throws {
        let answer = MockAnswer.json(#"{"id":"pr_1","status":"PROCESSING","metadata":{"a":[[]]}}"#)
        for (depth, code) in [(4, nil), (3, ParseError.Code.malformedResponse)] {
            let configuration = ParseClientConfiguration().with {
                $0.decoding.depth = depth
                $0.decoding.totalBytes = 10
            }
            let transport = MockTransport([MockExchange(answer: answer)])
            let client = try ParseClient(token: "sk_1", configuration: configuration, transport: transport)
            do throws(ParseError) {
                let run = try await client.parseRun("pr_1")
                #expect(code == nil && run.status == .processing)
            } catch {
                #expect(error.code == code)
                #expect((error.cause as? OutputDecodingError)?.code == .limitExceeded)
            }
        }
    }

    @Test("An error of a download says what kind it is, and each attempt that failed")
    func download() async throws {
        let clock = ManualClock(.jumping)
        let api = SimulatedParseAPI(time: clock.timeSource)
        api.add(try .processed("pr_1", output: SampleDocument(pages: 2).output))
        for number in 1...20 { api.inject(.status(503), atDownload: number) }
        let client = try api.client()
        let error = await #expect(throws: ParseError.self) { for try await _ in client.chunks(of: "pr_1") {} }
        #expect(error?.code == .downloadFailed)
        #expect(error?.attempts.count == 10)
        #expect(error?.message.hasPrefix("storageRefused: ") == true)
        #expect((error as (any Error)?)?.localizedDescription == error?.description)
        #expect(clock.now.offset >= .seconds(16))
    }
}
