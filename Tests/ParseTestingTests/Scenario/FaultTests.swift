import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("Every fault goes wrong in its own way")
struct FaultTests {
    private let clock = ManualClock(.jumping)
    private let base = ParseScenario().run(SimulatedRun("pr_1").processed(.pages(3)))

    private func api(_ scenario: ParseScenario) -> SimulatedParseAPI {
        SimulatedParseAPI(scenario, time: clock.timeSource)
    }

    @Test("The API's answers: status, own error body, header fields without sense, no body, a page, another type")
    func answers() async throws {
        let body = APIErrorBody(code: APIErrorCode(rawValue: "FOG"), message: "Fog on the pier", retryable: true)
        let api = api(
            base
                .failing(.status(503, headers: ["Retry-After": "soon, perhaps"]), atCall: 1)
                .failing(.status(400, error: body), atCall: 2)
                .failing(.emptyBody, atCall: 3)
                .failing(.htmlPage, atCall: 4)
                .failing(.contentType("text/plain"), atCall: 5)
                .failing(.notFound, atCall: 6)
                .failing(.headers(["Retry-After": "8"]), atCall: 7)
        )
        var answers: [Answer] = []
        for _ in 1...7 { answers.append(try await api.ask("/parse_runs/pr_1")) }
        #expect(answers.map(\.status) == [503, 400, 200, 200, 200, 404, 200])
        #expect(answers[0].headers["Retry-After"] == "soon, perhaps")
        #expect(answers[0].text.contains("INTERNAL_ERROR"))
        #expect(try JSONDecoder().decode(APIErrorBody.self, from: Data(answers[1].body)) == body)
        #expect(answers[2].body.isEmpty)
        #expect(answers[3].text.hasPrefix("<!DOCTYPE html>"))
        #expect(answers[3].headers["Content-Type"] == "text/html; charset=utf-8")
        #expect(answers[4].headers["Content-Type"] == "text/plain" && answers[4].text.contains("PROCESSED"))
        #expect(answers[5].text.contains("NOT_FOUND"))
        #expect(answers[6].headers["Retry-After"] == "8" && answers[6].text.contains("PROCESSED"))
        #expect(answers.allSatisfy { $0.headers["x-extend-request-id"] != nil })
        try api.verify()
    }

    @Test("The storage's answers: its own error bodies, an ignored range, no validators")
    func storage() async throws {
        let api = api(
            base
                .failing(.status(503), atDownload: 1)
                .failing(.storageError(400, code: "ExpiredToken", message: "The token has expired."), atDownload: 2)
                .failing(.expiredURL, atDownload: 3)
                .failing(.notFound, atDownload: 4)
                .failing(.ignoredRange, atDownload: 5)
                .failing(.missingHeaders("ETag", "Last-Modified"), atDownload: 6)
        )
        let url = try await api.presignedURL()
        var answers: [Answer] = []
        for _ in 1...6 { answers.append(try await api.fetch(url, ["Range": "bytes=10-19"])) }
        #expect(answers.map(\.status) == [503, 400, 403, 404, 200, 206])
        let codes = ["SlowDown", "ExpiredToken", "AccessDenied", "NoSuchKey"]
        for (answer, code) in zip(answers, codes) { #expect(answer.text.contains("<Code>\(code)</Code>")) }
        #expect(answers[4].body == SimulatedOutput.pages(3).bytes)
        #expect(answers[5].headers["ETag"] == nil && answers[5].headers["Last-Modified"] == nil)
        #expect(answers[5].body.count == 10)
        try api.verify()
    }

    @Test(
        "Connections that do not come about",
        arguments: [
            (SimulatedFault.reset, TransportError.Kind.connectionBroken, TransportError.Phase.awaitingResponse),
            (.dnsFailure, .hostNotFound, .notSent), (.tlsFailure, .tlsHandshakeFailed, .notSent),
            (.untrustedCertificate, .certificateUntrusted, .notSent),
            (.connectionRefused, .connectionRefused, .notSent),
            (.stall, .timedOut, .awaitingResponse), (.stallBody(after: 100), .timedOut, .receivingBody),
            (.breakBody(after: 100), .connectionBroken, .receivingBody),
        ])
    func connections(_ sort: SimulatedFault, _ kind: TransportError.Kind, _ phase: TransportError.Phase) async throws {
        let api = api(base.failing(sort, atCall: 1))
        let error = await fault { try await api.ask("/parse_runs/pr_1") }
        #expect(error?.kind == kind && error?.phase == phase)
        #expect(clock.now.offset == (kind == .timedOut ? .seconds(30) : .zero))
        #expect(api.account.strikes.map(\.number) == [1])
        try api.verify()
    }

    @Test("A delay passes, a short body and a flipped byte arrive as if nothing were wrong")
    func bodies() async throws {
        let whole = SimulatedOutput.pages(3).bytes
        let api = api(
            base
                .failing(.delay(.seconds(4)), atDownload: 1)
                .failing(.shortBody(after: 1_000), atDownload: 2)
                .failing(.corruptByte(at: 70), atDownload: 3)
        )
        let url = try await api.presignedURL()
        #expect(try await api.fetch(url).body == whole)
        #expect(clock.now.offset == .seconds(4))
        let short = try await api.fetch(url)
        #expect(short.status == 200 && short.headers["Content-Length"] == nil && short.body == Array(whole[..<1_000]))
        let corrupted = try await api.fetch(url).body
        #expect(zip(corrupted, whole).enumerated().filter { $1.0 != $1.1 }.map(\.offset) == [70])
        #expect(corrupted.count == whole.count)
        try api.verify()
    }

    @Test("A fault of the body that is not come to has not struck")
    func beyond() async throws {
        let api = api(base.failing(.breakBody(after: 10_000_000), atDownload: 1))
        let url = try await api.presignedURL()
        #expect(try await api.fetch(url).status == 200)
        let error = #expect(throws: SimulationError.self) { try api.verify() }
        #expect(
            error?.description
                == "unusedFault: a connection broken after 10000000 bytes at download 1 never struck"
        )
    }

    @Test("Ranges of calls, all from one on, and of two faults the one told last")
    func ranges() async throws {
        let api = api(base.failing(.status(500), atCalls: 2...).failing(.status(502), atCalls: 3...4))
        var statuses: [Int] = []
        for _ in 1...6 { statuses.append(try await api.ask("/parse_runs/pr_1").status) }
        #expect(statuses == [200, 500, 502, 502, 500, 500])
        try api.verify()
    }

    @Test("Ranges of downloads, which take no part of the calls")
    func downloads() async throws {
        let api = api(base.failing(.status(500), atDownloads: ...2))
        let url = try await api.presignedURL()
        var statuses: [Int] = []
        for _ in 1...3 { statuses.append(try await api.fetch(url).status) }
        #expect(statuses == [500, 500, 200])
        try api.verify()
    }

    @Test("An outage lasts its time, of both hosts or of one")
    func outages() async throws {
        let clock = ManualClock()
        let scenario =
            base
            .failing(.status(503), during: .seconds(1)..<(.seconds(2)))
            .failing(.reset, during: .seconds(5)..<(.seconds(6)), on: .storage)
        let api = SimulatedParseAPI(scenario, time: clock.timeSource)
        let url = try await api.presignedURL()
        func statuses() async throws -> [Int] {
            [try await api.ask("/parse_runs/pr_1").status, try await api.fetch(url).status]
        }
        #expect(try await statuses() == [200, 200])
        clock.advance(by: .seconds(1))
        #expect(try await statuses() == [503, 503])
        clock.advance(by: .seconds(1))
        #expect(try await statuses() == [200, 200])
        clock.advance(by: .seconds(3))
        #expect(try await api.ask("/parse_runs/pr_1").status == 200)
        #expect(await fault { try await api.fetch(url) }?.kind == .connectionBroken)
        clock.advance(by: .seconds(1))
        #expect(try await statuses() == [200, 200])
        try api.verify()
    }
}
