import ParseKit
import ParseTesting
import Testing

@Suite("What is shown of a status that no service sends")
struct ShownStatusTests {
    private static let raw = "ODD\n" + String(repeating: "x", count: 5_000)

    private func client(_ answers: Int, _ observer: ClientEvents) throws -> ParseClient {
        let json = #"{"id":"pr_1","status":"\#(Self.raw.replacing("\n", with: #"\n"#))"}"#
        let clock = ManualClock(.jumping)
        let configuration = ParseClientConfiguration().with {
            $0.time = clock.timeSource
            $0.observer = observer
        }
        let exchanges = (0..<answers).map { _ in MockExchange(answer: .json(json)) }
        return try ParseClient(
            token: "sk_secret", configuration: configuration, transport: MockTransport(exchanges, clock: clock))
    }

    @Test("An event and an error are one short line each; the value in them is exact")
    func bounded() async throws {
        let events = ClientEvents()
        let error = await #expect(throws: ParseError.self) {
            try await client(20, events).waitForParseRun("pr_1", timeout: .seconds(2))
        }
        #expect(error?.handle?.lastStatus?.rawValue == Self.raw)
        let text = try #require(error).description
        #expect(text.utf8.count < 400 && !text.contains("\n") && text.contains(#"The run was still ODD\nxxx"#))
        for await event in events.stream {
            guard case .poll(let status) = event.kind else { continue }
            #expect(status.rawValue == Self.raw)
            #expect("\(event)".hasPrefix(#"waitForParseRun pr_1: is ODD\nxxx"#) && "\(event)".utf8.count < 200)
            break
        }
    }

    @Test("A service's words do not break the line that an error is shown in; its message is exact")
    func line() async throws {
        let said = #"{"code":"A\nB","message":"Not\r\nnow","retryable":false,"requestId":"r\n1"}"#
        let transport = MockTransport([MockExchange(answer: .json(said, status: 400))])
        let client = try ParseClient(token: "sk_secret", transport: transport)
        let error = await #expect(throws: ParseError.self) { try await client.parseRun("pr_1") }
        #expect(error?.message == "Not\r\nnow")
        #expect(
            error?.description
                == #"parseRun failed, invalidRequest: Not\r\nnow (HTTP 400, A\nB, request r\n1)"#)
    }
}
