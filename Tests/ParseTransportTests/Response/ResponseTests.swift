import ParseTransport
import Testing

@Suite("TransportResponse and its head")
struct ResponseTests {
    @Test(
        "Two hundred to 299 is success", arguments: [(199, false), (200, true), (299, true), (300, false), (0, false)])
    func isSuccess(status: Int, expected: Bool) {
        #expect(ResponseHead(status: status).isSuccess == expected)
    }

    @Test("The short initializer announces the body's length")
    func short() async throws {
        let response = TransportResponse(status: 201, headers: ["ETag": "\"a\""], body: "abc".utf8)
        #expect(response.status == 201)
        #expect(response.headers["etag"] == "\"a\"")
        #expect(response.body.length == 3)
        #expect(try await response.body.collect(upTo: 3) == Array("abc".utf8))
    }

    @Test("A response may have no body and no header")
    func empty() async throws {
        let response = TransportResponse(status: 204)
        #expect(response.headers.isEmpty)
        #expect(try await response.body.collect(upTo: 0) == [])
    }
}
