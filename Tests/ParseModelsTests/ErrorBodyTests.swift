import Foundation
import ParseModels
import Testing

@Suite("Error bodies")
struct ErrorBodyTests {
    private func read(_ json: String) throws -> APIErrorBody {
        try JSONDecoder().decode(APIErrorBody.self, from: Data(json.utf8))
    }

    @Test("The flat form, with every field")
    func flat() throws {
        let body = try read(
            #"{"code":"RATE_LIMIT_EXCEEDED","message":"Slow down","retryable":true,"requestId":"req_1","docUrl":"https://d","runId":"pr_1","new":1}"#
        )
        let expected = APIErrorBody(
            code: .rateLimitExceeded, message: "Slow down", retryable: true, requestID: "req_1", docURL: "https://d",
            runID: "pr_1"
        )
        #expect(body == expected)
        #expect(try JSONDecoder().decode(APIErrorBody.self, from: JSONEncoder().encode(body)) == body)
    }

    @Test("The wrapped form, also with the request's id outside")
    func wrapped() throws {
        let body = try read(#"{"error":{"code":"NOT_FOUND","message":"No","retryable":false},"requestId":"req_2"}"#)
        #expect(body == APIErrorBody(code: .notFound, message: "No", retryable: false, requestID: "req_2"))
    }

    @Test("The legacy form")
    func legacy() throws {
        #expect(try read(#"{"error":"Too many requests"}"#) == APIErrorBody(message: "Too many requests"))
    }

    @Test("A field of another type is as good as missing")
    func lenient() throws {
        #expect(
            try read(#"{"code":"X","message":7,"retryable":"yes"}"#) == APIErrorBody(code: APIErrorCode(rawValue: "X")))
    }

    @Test(
        "What says nothing is no error body", arguments: ["{}", "[]", "null", "\"no\"", "{\"error\":{}}", "<html>", ""])
    func nothing(_ json: String) {
        #expect(throws: (any Error).self) { try read(json) }
    }
}
