import Foundation
import ParseKit
import ParseRetry
import ParseTesting
import Synchronization
import Testing

@Suite("A server, or a proxy before it, that repeats the key wherever it can")
struct EchoedKeyTests {
    private static let keys = [
        "sk_live_0123456789abcdef", "sk_live_\"a\\b'/c?d=e&f#g@h:i%3A<j>", "https://u:p@host/?q=sk_live",
    ]

    /// Ways to repeat a key: alone, among words, before a mark that combines with its end, and where a limit cuts it.
    private static let echoes: [@Sendable (String) -> String] = [
        { $0 }, { "Bearer \($0), again: \($0)\($0)" }, { "\($0)\u{301}" },
        { String(repeating: "x", count: 110) + $0 }, { String(repeating: "y", count: 985) + $0 },
    ]

    private final class Log: ClientObserver {
        let events = Mutex<[ClientEvent]>([])

        func observe(_ event: ClientEvent) { events.withLock { $0.append(event) } }
    }

    /// All the ways to look at a value.
    private func shown<Value>(_ value: Value) -> String {
        var text = "\(value)\n" + String(reflecting: value) + String(reflecting: [value])
        dump(value, to: &text)
        dump(Mirror(reflecting: value).children.map(\.value), to: &text)
        if let error = value as? any Error { text += error.localizedDescription + "\((error as NSError).userInfo)" }
        if let encodable = value as? any Encodable, let json = try? JSONEncoder().encode(encodable) {
            text += String(decoding: json, as: UTF8.self)
        }
        return text
    }

    private func expect(_ key: String, notIn values: Any?..., location: SourceLocation = #_sourceLocation) {
        for value in values.compactMap(\.self) {
            let bytes = shown(value).utf8
            // Also not as Swift or JSON writes it, nor most of it.
            let start = String(key.prefix(15))
            let forms = [start, String(start.debugDescription.dropFirst().dropLast())]
            let repeats = forms.contains { bytes.firstRange(of: $0.utf8) != nil }
            #expect(!repeats, "\(type(of: value)) shows the key: \(value)", sourceLocation: location)
        }
    }

    private func expect(
        _ key: String, notIn error: ParseError?, _ log: Log, _ location: SourceLocation = #_sourceLocation
    ) {
        let events = log.events.withLock(\.self)
        #expect(error != nil && !events.isEmpty, sourceLocation: location)
        expect(key, notIn: error, error?.attempts, error?.cause, error?.handle, events, location: location)
        for event in events { expect(key, notIn: event, location: location) }
    }

    private func client(_ key: String, _ log: Log, _ answers: [MockAnswer]) throws -> ParseClient {
        let clock = ManualClock(.jumping)
        let configuration = ParseClientConfiguration().with {
            $0.time = clock.timeSource
            $0.observer = log
            $0.retry = RetryConfiguration()
        }
        let transport = MockTransport(answers.map { MockExchange(answer: $0) }, clock: clock)
        return try ParseClient(token: key, configuration: configuration, transport: transport)
    }

    private func json(_ members: [String: Any]) throws -> [UInt8] {
        Array(try JSONSerialization.data(withJSONObject: members))
    }

    private func headers(_ text: String) -> HeaderFields {
        HeaderFields(
            ["x-extend-request-id", "Content-Type", "Server", "Date", "Retry-After", "Location", "ETag", "RateLimit"]
                .map { HeaderField(name: $0, value: text) })
    }

    @Test("Shows it in no error, attempt or event, whatever the status and the form of its words", arguments: keys)
    func refusals(key: String) async throws {
        for (shift, echo) in Self.echoes.enumerated() {
            let text = echo(key)
            let flat: [String: Any] = ["code": text, "message": text, "requestId": text, "docUrl": text, "runId": text]
            let bodies = [
                try json(flat), try json(["error": flat]), try json(["error": text]),
                try json(["type": "urn:problem:" + text, "title": text, "detail": text, "violated-policies": [text]]),
                Array(text.utf8),
            ]
            for (index, status) in [200, 302, 400, 401, 404, 418, 429, 503].enumerated() {
                let log = Log()
                let body = MockBody.bytes(bodies[(index + shift) % bodies.count])
                let answer = MockAnswer.response(status: status, headers: headers(text), body: body)
                let client = try client(key, log, [answer, answer, answer, answer])
                let error = await #expect(throws: ParseError.self) { try await client.parseRun("pr_1") }
                expect(key, notIn: error, log)
            }
        }
    }

    // A fault redacts what looks like a query by itself, before the key is known; so these keys have none.
    @Test(
        "Nor where a transport repeats it in a fault, before a head or within a body",
        arguments: [keys[0], "sk_live_\"a\\b'/c#f@g:h<i>"])
    func faults(key: String) async throws {
        for echo in Self.echoes.dropLast() {
            for phase in [TransportError.Phase.notSent, .awaitingResponse, .receivingBody] {
                let fault = TransportError(.connectionBroken, phase: phase, message: "Got '\(echo(key))'")
                let answer =
                    phase == .receivingBody
                    ? MockAnswer.response(status: 200, headers: headers("a"), body: .bytes("{".utf8).thenFail(fault))
                    : .failure(fault)
                let log = Log()
                let client = try client(key, log, [answer, answer, answer, answer])
                let error = await #expect(throws: ParseError.self) { try await client.parseRun("pr_1") }
                #expect(error?.code == .network)
                expect(key, notIn: error, log)
            }
        }
    }

    @Test("Nor most of it, where a fault's own limit has cut it in two", arguments: [8, 23])
    func cutFault(kept: Int) async throws {
        let key = Self.keys[0]
        let words = String(repeating: "y", count: 1_000 - kept)
        let fault = MockAnswer.failure(TransportError(.other, phase: .awaitingResponse, message: words + key))
        let client = try client(key, Log(), [fault])
        let error = await #expect(throws: ParseError.self) { try await client.parseRun("pr_1") }
        #expect(error?.code == .network && error?.attempts.count == 1)
        for value in [error, error?.cause, error?.attempts] as [Any?] {
            let text = value.map { shown($0) } ?? ""
            #expect(text.contains("yyy<reda") && !text.contains("y" + key.prefix(kept)))
        }
    }

    @Test("Nor where a run has it for its status, its reasons or a member's name", arguments: keys)
    func runs(key: String) async throws {
        for echo in Self.echoes {
            let text = echo(key)
            let pending = MockAnswer.response(status: 200, body: .bytes(try json(["id": "pr_1", "status": text])))
            let log = Log()
            let waiting = try client(key, log, Array(repeating: pending, count: 20))
            let late = await #expect(throws: ParseError.self) {
                try await waiting.waitForParseRun("pr_1", timeout: .seconds(2))
            }
            #expect(late?.code == .timedOut)
            expect(key, notIn: late, log)
            let members = ["id": "pr_1", "status": "FAILED", "failureReason": text, "failureMessage": text]
            let failed = MockAnswer.response(status: 200, body: .bytes(try json(members)))
            let unread = await #expect(throws: ParseError.self) {
                for try await _ in try client(key, log, [failed]).chunks(of: "pr_1") {}
            }
            #expect(unread?.code == .runFailed)
            expect(key, notIn: unread, log)
            let name = String(decoding: try json([text: 1]).dropLast(3), as: UTF8.self)
            let broken = #"{"id":"pr_1","status":"PROCESSED","metadata":"# + name + #":"\ud800"}}"#
            let malformed = await #expect(throws: ParseError.self) {
                try await client(key, log, [.json(broken)]).parseRun("pr_1")
            }
            #expect(malformed?.code == .malformedResponse)
            expect(key, notIn: malformed, log)
        }
    }
}
