import ParseTransport
import Testing

@Suite("TransportError")
struct TransportErrorTests {
    @Test("The description names kind, phase and message")
    func description() {
        let error = TransportError(.connectionBroken, phase: .awaitingResponse, message: "Reset by peer.")
        #expect(error.description == "connectionBroken (awaitingResponse): Reset by peer.")
        #expect(!error.onReusedConnection)
    }

    @Test("A URL in the message is redacted on the way in")
    func redaction() {
        let error = TransportError(.other, phase: .notSent, message: "At \(Presigned.s3): bad luck")
        #expect(!everythingShown(error).contains("topsecret"))
        #expect(error.message.contains("bucket.s3.us-east-1.amazonaws.com/runs/pr_1.json"))
    }

    @Test("The message is bounded")
    func bounded() {
        let error = TransportError(.other, phase: .notSent, message: String(repeating: "a", count: 100_000))
        #expect(error.message.count == 1_001)
    }

    @Test("Kinds are open, and tell errors apart as phase and connection do")
    func equality() {
        let kind = TransportError.Kind(rawValue: "timedOut")
        #expect(kind == .timedOut)
        let error = TransportError(kind, phase: .notSent, message: "")
        #expect(error == TransportError(.timedOut, phase: .notSent, message: ""))
        #expect(error != TransportError(.timedOut, phase: .awaitingResponse, message: ""))
        #expect(error != TransportError(.timedOut, phase: .notSent, message: "", onReusedConnection: true))
        #expect(error != TransportError(.init(rawValue: "new"), phase: .notSent, message: ""))
    }
}
