import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("What is shown of secrets, row by row")
struct SecrecyRowsTests {
    private static let secrets = ["sk_secret_value", "topsecret", "othersecret"]
    private static let url = """
        https://bucket.s3.amazonaws.com/o.json?X-Amz-Credential=topsecret&X-Amz-Security-Token=topsecret\
        &X-Amz-Signature=topsecret&sig=topsecret&X-Goog-Signature=topsecret&Signature=topsecret\
        &AWSAccessKeyId=topsecret&x-amz-signature=topsecret&X%2DAmz%2DSignature=topsecret
        """

    private func expectNoSecret<Value>(in value: Value, _ location: SourceLocation = #_sourceLocation) {
        var shown = "\(value)" + String(reflecting: value) + String(reflecting: [value])
        dump(value, to: &shown)
        dump(Mirror(reflecting: value).children.map(\.value), to: &shown)
        if let encodable = value as? any Encodable, let json = try? JSONEncoder().encode(encodable) {
            shown += String(decoding: json, as: UTF8.self)
        }
        for secret in Self.secrets where shown.contains(secret) {
            Issue.record("\(type(of: value)) shows \(secret).", sourceLocation: location)
        }
        #expect(!shown.isEmpty, sourceLocation: location)
    }

    private func client(_ script: MockAnswer...) throws -> ParseClient {
        let clock = ManualClock(.jumping)
        let configuration = ParseClientConfiguration().with { $0.time = clock.timeSource }
        let transport = MockTransport(script.map { MockExchange(answer: $0) }, clock: clock)
        return try ParseClient(token: "sk_secret_value", configuration: configuration, transport: transport)
    }

    private var run: MockAnswer {
        .json(#"{"id":"pr_1","status":"PROCESSED","outputUrl":"\#(Self.url)"}"#)
    }

    @Test("E21 Neither a client, its key, nor what it is made of shows the key")
    func e21_client() throws {
        let token = try APIToken("sk_secret_value")
        let client = try client()
        expectNoSecret(in: token)
        expectNoSecret(in: FixedToken(token))
        expectNoSecret(in: client)
        expectNoSecret(in: client.configuration)
        expectNoSecret(in: SimulatedParseAPI(token: "sk_secret_value"))
    }

    @Test("E21 Nor do a request, a run, and what is read of an output show a secret")
    func e21_values() async throws {
        let request = TransportRequest(
            url: try #require(URL(string: Self.url)),
            headers: ["Authorization": "Bearer sk_secret_value", "Cookie": "topsecret"]
        )
        expectNoSecret(in: request)
        let broken = MockAnswer.response(
            status: 200,
            headers: ["ETag": "\"v1\"", "Content-Type": "application/json"],
            body: .bytes(#"{"chunks":[{"content":"a"},"#.utf8).thenFail(
                TransportError(.connectionRefused, phase: .receivingBody, message: "At \(Self.url)"))
        )
        let client = try client(run, broken, .s3Refusal(403, "You sent \(Self.url)"), run, .s3Refusal(403, "Denied"))
        let chunks = client.chunks(of: "pr_1")
        expectNoSecret(in: chunks)
        expectNoSecret(in: chunks.withResumeTokens)
        var iterator = chunks.withResumeTokens.makeAsyncIterator()
        let (_, token) = try #require(try await iterator.next())
        expectNoSecret(in: iterator)
        expectNoSecret(in: token)
        expectNoSecret(in: chunks.report as Any)
        let error = await #expect(throws: ParseError.self) { try await iterator.next() }
        expectNoSecret(in: try #require(error))
        expectNoSecret(in: try #require(error?.cause))
        expectNoSecret(in: try #require(error?.resumeToken))
        expectNoSecret(in: try #require(error?.handle))
    }

    @Test("E21 A run shows its URLs without their queries; written as JSON, it is what the service sent")
    func e21_run() async throws {
        let run = try await client(run).parseRun("pr_1", responseType: .url)
        #expect(run.outputURL?.rawValue == Self.url)
        var shown = "\(run)" + String(reflecting: run)
        dump(run, to: &shown)
        #expect(!shown.contains("topsecret"))
    }

    @Test(
        "E22 What the service repeats of the key or of a URL is not shown",
        arguments: [400, 401, 403, 404, 422, 429, 500])
    func e22_echo(status: Int) async throws {
        let said = "Bearer sk_secret_value is not allowed at \(Self.url), nor at 'https://u:othersecret@a.example/'"
        let body = #"{"code":"SOME_CODE","message":"\#(said)","retryable":false,"requestId":"req_1"}"#
        let error = await #expect(throws: ParseError.self) {
            try await client(.json(body, status: status)).parseRun("pr_1")
        }
        #expect(error?.message.hasPrefix("Bearer <redacted> is not allowed at https://bucket.s3.amazonaws.com") == true)
        expectNoSecret(in: try #require(error))
    }

    @Test("E22 Nor in any other member of its error, or of a run that failed")
    func e22_members() async throws {
        let body = #"{"code":"sk_secret_value","message":"m","retryable":false,"requestId":"sk_secret_value"}"#
        let error = await #expect(throws: ParseError.self) {
            try await client(.json(body, status: 400)).parseRun("pr_1")
        }
        expectNoSecret(in: try #require(error))
        let failed = MockAnswer.json(
            #"{"id":"pr_1","status":"FAILED","failureReason":"X","failureMessage":"Nothing at \#(Self.url)"}"#)
        let unread = await #expect(throws: ParseError.self) {
            for try await _ in try client(failed).chunks(of: "pr_1") {}
        }
        #expect(unread?.code == .runFailed)
        expectNoSecret(in: try #require(unread))
    }

    @Test("E22 A document that is none, and a page, are not shown")
    func e22_content() async throws {
        for body in [
            #"{"id":"topsecret","status":["sk_secret_value"]}"#, "sk_secret_value topsecret", "[\"topsecret\"]",
        ] {
            let error = await #expect(throws: ParseError.self) { try await client(.json(body)).parseRun("pr_1") }
            expectNoSecret(in: try #require(error))
        }
    }
}

extension MockAnswer {
    /// A refusal as S3 tells it.
    fileprivate static func s3Refusal(_ status: Int, _ message: String) -> MockAnswer {
        .response(
            status: status,
            headers: ["Content-Type": "application/xml"],
            body: .bytes("<Error><Code>AccessDenied</Code><Message>\(message)</Message></Error>".utf8)
        )
    }
}
