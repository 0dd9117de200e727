import ParseTransport
import Testing

@Suite("TransportRequest.Method")
struct RequestMethodTests {
    @Test(
        "Methods that only read are safe, and idempotent with them",
        arguments: [TransportRequest.Method.get, .head, .init(rawValue: "OPTIONS"), .init(rawValue: "TRACE")])
    func safe(method: TransportRequest.Method) {
        #expect(method.isSafe)
        #expect(method.isIdempotent)
    }

    @Test("PUT and DELETE change something, but not twice", arguments: [TransportRequest.Method.put, .delete])
    func idempotent(method: TransportRequest.Method) {
        #expect(!method.isSafe)
        #expect(method.isIdempotent)
    }

    @Test(
        "POST, PATCH and what nobody knows are neither; methods mind their case",
        arguments: ["POST", "PATCH", "get", ""])
    func neither(name: String) {
        let method = TransportRequest.Method(rawValue: name)
        #expect(!method.isSafe)
        #expect(!method.isIdempotent)
        #expect(method.description == name)
    }
}
