import ParseTransport
import Testing

@Suite("MockExpectation")
struct MockExpectationTests {
    private func isMet(_ expectation: MockExpectation, by request: TransportRequest) async throws -> Bool {
        let mock = MockTransport([MockExchange(expectation, answer: .response(status: 200))])
        do throws(TransportError) {
            _ = try await mock.send(request)
            return true
        } catch {
            #expect(error.kind == .unexpectedRequest)
            return false
        }
    }

    @Test("A path is compared as it is encoded, without the query")
    func path() async throws {
        let expectation = MockExpectation.get("/a%20b")
        #expect(try await isMet(expectation, by: TransportRequest(.get, "https://h/a%20b?c=d#e")))
        #expect(try await !isMet(expectation, by: TransportRequest(.get, "https://h/a")))
        #expect(try await !isMet(expectation, by: TransportRequest(.get, "https://h/a%20b/")))
        #expect(try await !isMet(expectation, by: TransportRequest(.post, "https://h/a%20b")))
        #expect(try await isMet(.get("/"), by: TransportRequest(.get, "https://h/")))
    }

    @Test("A query item is compared decoded, wherever it stands")
    func query() async throws {
        let expectation = MockExpectation.get("/a").query("q", "1 2").query("r", "é")
        #expect(try await isMet(expectation, by: TransportRequest(.get, "https://h/a?x=y&r=%C3%A9&q=1%202")))
        #expect(try await !isMet(expectation, by: TransportRequest(.get, "https://h/a?q=1%202")))
        #expect(try await !isMet(expectation, by: TransportRequest(.get, "https://h/a")))
    }

    @Test("A header field is compared by name without case; nil asks for its absence")
    func header() async throws {
        let present = MockExpectation.anything.header("authorization", "Bearer topsecret")
        let absent = MockExpectation.anything.header("AUTHORIZATION", nil)
        let request = try TransportRequest(.get, "https://h/a", headers: ["Authorization": "Bearer topsecret"])
        #expect(try await isMet(present, by: request))
        #expect(try await !isMet(absent, by: request))
        #expect(try await isMet(absent, by: TransportRequest(.get, "https://h/a")))
        #expect(try await !isMet(present, by: TransportRequest(.get, "https://h/a", headers: ["Authorization": "b"])))
    }

    @Test("A condition of one's own joins the others")
    func custom() async throws {
        let expectation = MockExpectation("a body of three bytes") { $0.body.count == 3 }.header("X", "1")
        var request = try TransportRequest(.post, "https://h/a", headers: ["X": "1"])
        #expect(try await !isMet(expectation, by: request))
        request.body = [1, 2, 3]
        #expect(try await isMet(expectation, by: request))
    }

    @Test("Its words name what is asked for and hide what may be secret")
    func description() {
        let expectation = MockExpectation.get("/a?sig=topsecret")
            .query("X-Amz-Signature", "topsecret").header("Authorization", "topsecret").header("Range", "bytes=1-")
            .header("Cookie", nil)
        #expect(
            expectation.description == """
                GET /a?sig=<redacted> ?X-Amz-Signature=<redacted> with Authorization: <redacted> with Range: bytes=1- \
                without Cookie
                """)
        #expect(!everythingShown(expectation).contains("topsecret"))
        #expect(MockExpectation.anything.description == "anything")
    }
}
