import ParseTransport
import Testing

/// Whatever is printed, dumped or mirrored of an exchange, nothing of it opens a door.
@Suite("No secret is shown by ParseTransport")
struct SecretHygieneTests {
    private static let secrets = ["sk_secret_value", "topsecret"]

    private func request() throws -> TransportRequest {
        try TransportRequest(
            .get,
            "https://bucket.s3.amazonaws.com/pr_1.json?X-Amz-Expires=900&X-Amz-Signature=topsecret",
            headers: ["Authorization": "Bearer sk_secret_value"]
        )
    }

    private func expectNoSecret<Value>(in value: Value, _ location: SourceLocation = #_sourceLocation) {
        // Wrapped as well: a value in an array or an optional is shown by its debug description.
        let shown = everythingShown(value) + everythingShown([value]) + everythingShown(Optional(value))
        for secret in Self.secrets where shown.contains(secret) {
            Issue.record("\(type(of: value)) shows \(secret).", sourceLocation: location)
        }
        #expect(!shown.isEmpty, sourceLocation: location)
    }

    @Test("In a request and its parts")
    func requests() throws {
        let request = try request()
        expectNoSecret(in: request)
        expectNoSecret(in: request.headers)
        expectNoSecret(in: request.headers[0])
        expectNoSecret(in: RedactedURL(request.url))
        expectNoSecret(in: RedactedText("GET \(request.url) failed"))
        expectNoSecret(in: Mirror(reflecting: request).children.map(\.value))
        expectNoSecret(in: try #require(Origin(request.url)))
        #expect(request.description.contains("GET https://bucket.s3.amazonaws.com/pr_1.json?"))
        var invalid = request
        invalid.headers["Cookie"] = "topsecret\r\n"
        expectNoSecret(in: try #require(throws: TransportError.self) { try invalid.validate() })
    }

    @Test("In a response and its parts")
    func responses() throws {
        let url = "\(try request().url)"
        let headers: HeaderFields = ["Set-Cookie": "session=sk_secret_value", "Location": url]
        let response = TransportResponse(status: 302, headers: headers)
        expectNoSecret(in: response)
        expectNoSecret(in: response.head)
        expectNoSecret(in: response.body)
        expectNoSecret(in: response.body.makeAsyncIterator())
        expectNoSecret(in: MockAnswer.response(status: 302, headers: headers))
    }

    @Test("In an error made of the request")
    func errors() throws {
        expectNoSecret(in: TransportError(.other, phase: .notSent, message: "At <\(try request().url)>"))
        expectNoSecret(in: TransportError(.other, phase: .notSent, message: "\(try request())"))
    }

    @Test("In a mock, its script, and what it says of a difference")
    func mocks() async throws {
        let request = try request()
        let expectation = MockExpectation.get("/other").query("X-Amz-Signature", "topsecret")
            .header("Authorization", "Bearer sk_secret_value")
        let exchange = MockExchange(expectation, answer: .response(status: 200))
        let mock = MockTransport([exchange])
        expectNoSecret(in: await #expect(throws: TransportError.self) { try await mock.send(request) })
        expectNoSecret(in: try #require(throws: MockScriptError.self) { try mock.verify() })
        expectNoSecret(in: exchange)
        expectNoSecret(in: mock)
        expectNoSecret(in: mock.requests)
        expectNoSecret(in: mock.remaining)
    }
}
