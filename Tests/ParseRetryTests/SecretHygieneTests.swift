import ParseRetry
import ParseTesting
import ParseTransport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Whatever is printed, dumped or mirrored of a retried call, nothing of it opens a door.
@Suite("No secret is shown by ParseRetry")
struct SecretHygieneTests {
    private static let secrets = ["sk_secret_value", "topsecret"]

    private func request() throws -> TransportRequest {
        let url = "https://bucket.s3.amazonaws.com/pr_1.json?X-Amz-Expires=900&X-Amz-Signature=topsecret"
        return TransportRequest(
            url: try #require(URL(string: url)),
            headers: ["Authorization": "Bearer sk_secret_value"]
        )
    }

    private func expectNoSecret<Value>(in value: Value, _ location: SourceLocation = #_sourceLocation) {
        var shown = "\(value)" + String(reflecting: value) + String(reflecting: [value])
        dump(value, to: &shown)
        for secret in Self.secrets where shown.contains(secret) {
            Issue.record("\(type(of: value)) shows \(secret).", sourceLocation: location)
        }
        #expect(!shown.isEmpty, sourceLocation: location)
    }

    @Test("In a call that fails, its error and its timeline")
    func failure() async throws {
        let request = try request()
        let fault = TransportError(.timedOut, phase: .awaitingResponse, message: "Timed out: \(request.url)")
        let bench = RetryBench(Array(repeating: MockExchange(answer: .failure(fault)), count: 4))
        let error = await #expect(throws: RetryError.self) { try await bench.transport.perform(request) }
        expectNoSecret(in: try #require(error))
        expectNoSecret(in: RetryFailure.transport(fault))
        expectNoSecret(in: bench.transport)
        expectNoSecret(in: bench.configuration)
        expectNoSecret(in: bench.budget)
        expectNoSecret(in: bench.clock)
    }

    @Test("In a call that succeeds, its response and its timeline")
    func success() async throws {
        let request = try request()
        let location: HeaderFields = ["Location": "\(request.url)", "Set-Cookie": "sk_secret_value"]
        let bench = RetryBench([
            MockExchange(answer: .response(status: 500, headers: location)),
            MockExchange(answer: .response(status: 200, headers: location)),
        ])
        let result = try await bench.transport.perform(request)
        expectNoSecret(in: result)
        expectNoSecret(in: result.attempts)
        expectNoSecret(in: RetryFailure.response(result.response.head, ServerVerdict(code: "X")))
        expectNoSecret(in: PollOutcome<Int, TransportError>.timedOut(nil))
    }
}
