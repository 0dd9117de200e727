import Foundation
import ParseKit
import ParseTesting
import Synchronization
import Testing

@Suite("What ends up in a log is a line that somebody reads")
struct LogLineTests {
    private final class Kept: ClientObserver {
        let events = Mutex<[ClientEvent]>([])

        func observe(_ event: ClientEvent) { events.withLock { $0.append(event) } }
    }

    @Test("An update is one line, however much is known of the run")
    func update() async throws {
        let clock = ManualClock(.jumping)
        let api = SimulatedParseAPI(time: clock.timeSource)
        api.add(try .processed("pr_1", output: SampleDocument(pages: 1).output, after: .seconds(90)))
        var lines: [String] = []
        _ = try await api.client().waitForParseRun("pr_1") { lines.append("\($0)") }
        #expect(lines.first == "pr_1 is PENDING after 0 s, look 1")
        #expect(lines.last?.hasPrefix("pr_1 is PROCESSED after 1 min 3") == true)
    }

    @Test("An event is dated by the client's own clock")
    func dates() async throws {
        let clock = ManualClock(.jumping)
        let api = SimulatedParseAPI(time: clock.timeSource)
        api.add(try .processed("pr_1", output: SampleDocument(pages: 1).output))
        api.inject(.rateLimited(retryAfter: .seconds(5)), atCall: 1)
        let (kept, start) = (Kept(), clock.date)
        _ = try await api.client(configuration: .init().with { $0.observer = kept }).parseRun("pr_1")
        let dates = kept.events.withLock { $0.map(\.date) }
        #expect(dates.first == start)
        #expect(dates.last.map { $0.timeIntervalSince(start) >= 5 } == true)
    }

    @Test("An error says how often was tried, and for how long")
    func error() async throws {
        let clock = ManualClock(.jumping)
        let api = SimulatedParseAPI(time: clock.timeSource)
        for call in 1...9 { api.inject(.status(503), atCall: call) }
        let error = await #expect(throws: ParseError.self) { try await api.client().parseRun("pr_1") }
        let attempts = try #require(error?.attempts)
        let end = try #require(attempts.last?.end)
        #expect(attempts.count > 1 && end > .zero)
        let line = "\(try #require(error))"
        #expect(line.contains("\(attempts.count) attempts in "))
        #expect(!line.contains("." + String(repeating: "0", count: 3)) && line.count < 250)
    }

    @Test("The regions are there by name, and a key that was looked at makes a client")
    func regions() throws {
        let token = try APIToken("sk_1")
        for (url, region) in [(BaseURL.us1, Region.us1), (.us2, .us2), (.eu1, .eu1)] {
            #expect(try url == BaseURL(region))
            let client = ParseClient(token: token, configuration: .init().with { $0.baseURL = url })
            #expect(client.description == "ParseClient(\(url))")
        }
    }
}
