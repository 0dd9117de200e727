import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("The simulated service holds its clients and its scenario to account")
struct AccountTests {
    private let clock = ManualClock()
    private let secrets = ["sk_secret_9f", "5161ed00", "X-Amz-Signature"]
    private let scenario = ParseScenario().run(SimulatedRun("pr_1").processed(.pages(2))).token("sk_secret_9f")

    private var headers: HeaderFields {
        ["Authorization": "Bearer sk_secret_9f", "x-extend-api-version": "2026-02-09"]
    }

    @Test("It counts calls, downloads and bytes, in all and run by run")
    func counts() async throws {
        let api = SimulatedParseAPI(scenario.run(SimulatedRun("pr_2")), time: clock.timeSource)
        let size = SimulatedOutput.pages(2).byteCount
        let run = try await api.ask("/parse_runs/pr_1?responseType=url")
        let url = try await api.presignedURL()
        _ = try await api.fetch(url)
        let part = try await api.send(TransportRequest(url: url, headers: ["Range": "bytes=0-99"]))
        #expect(api.account.bytes == run.body.count * 2 + size)
        _ = try await part.body.collect(upTo: 100)
        let other = try await api.ask("/parse_runs/pr_2")
        let account = api.account
        #expect(account.calls == 3 && account.downloads == 2 && account.strikes.isEmpty && account.surprises.isEmpty)
        #expect(account.runs["pr_1"]?.calls == 2 && account.runs["pr_1"]?.downloads == 2)
        #expect(account.runs["pr_1"]?.bytes == run.body.count * 2 + size + 100)
        #expect(account.runs["pr_2"]?.bytes == other.body.count)
        #expect(account.bytes == run.body.count * 2 + size + 100 + other.body.count)
    }

    @Test("What a correct client would not ask is a surprise, each of its own kind")
    func surprises() async throws {
        let api = SimulatedParseAPI(scenario.urlLifetime(.seconds(60)), time: clock.timeSource)
        let url = try await api.presignedURL()
        _ = try await api.ask("/parse_runs/pr_9", headers: headers)
        _ = try await api.ask("/harbours/7", headers: headers)
        _ = try await api.ask("/parse_runs/pr_1", method: .post, headers: headers)
        _ = try await api.ask("/parse_runs/pr_1", headers: ["x-extend-api-version": "2026-02-09"])
        _ = try await api.ask("/parse_runs/pr_1", headers: ["Authorization": "Bearer sk_other"])
        _ = try await api.ask("/parse_runs/pr_1", headers: ["Authorization": "Bearer sk_secret_9f"])
        _ = try await api.fetch(url, headers)
        _ = try await api.fetch(try #require(URL(string: url.absoluteString + "0")))
        clock.advance(by: .seconds(60))
        _ = try await api.fetch(url)
        let kinds: [SimulationProblem.Kind] = [
            .unknownRun, .unknownPath, .unexpectedMethod, .missingKey, .wrongKey, .missingVersion,
            .credentialToStorage, .unknownURL, .expiredURL,
        ]
        #expect(api.surprises.map(\.kind) == kinds)
        #expect(api.account.surprises == api.surprises)
        let error = #expect(throws: SimulationError.self) { try api.verify() }
        #expect(error?.problems == api.surprises)
        #expect(error?.description.split(separator: "\n").count == 9)
        try api.verify(allowing: Set(kinds))
        let rest = #expect(throws: SimulationError.self) { try api.verify(allowing: Set(kinds.dropFirst())) }
        #expect(rest?.description == "unknownRun: call 2 asks for /parse_runs/pr_9")
    }

    @Test("A request that is answered with a fault is judged all the same")
    func judged() async throws {
        let api = SimulatedParseAPI(scenario.failing(.status(503), atCall: 1), time: clock.timeSource)
        #expect(try await api.ask("/parse_runs/pr_1", headers: [:]).status == 503)
        #expect(api.surprises.map(\.kind) == [.missingKey])
    }

    @Test("Faults that never struck, or not often enough, and runs nobody asked for are told a line each")
    func unused() async throws {
        let told = scenario.run(SimulatedRun("pr_2"))
            .failing(.status(503), atCalls: 1...3)
            .failing(.reset, atDownload: 1)
            .failing(.stall, atCalls: 9...)
            .failing(.dnsFailure, during: .seconds(1)..<(.seconds(2)), on: .storage)
        let api = SimulatedParseAPI(told, time: clock.timeSource)
        _ = try await api.ask("/parse_runs/pr_1")
        let error = #expect(throws: SimulationError.self) { try api.verify() }
        #expect(
            error?.description == """
                unusedFault: status 503 at calls 1...3 struck 1 of 3 times
                unusedFault: connectionBroken at download 1 never struck
                unusedFault: a silence before the answer from call 9 on never struck
                unusedFault: hostNotFound from 1 s to 2 s on the storage never struck
                unaskedRun: nobody asked for pr_2
                """
        )
        #expect(error?.localizedDescription == error?.description)
        try api.verify(allowing: [.unusedFault, .unaskedRun])
    }

    @Test("Neither the key nor a signature is in any description, dump or error")
    func secrecy() async throws {
        let told = scenario.failing(.status(503), atCall: 9)
        let api = SimulatedParseAPI(told, time: clock.timeSource)
        let client = try api.client()
        _ = try await client.output(of: "pr_1")
        let url = try await api.presignedURL()
        _ = try await api.fetch(url, ["Authorization": "Bearer sk_secret_9f"])
        api.expireURLs()
        _ = try await api.fetch(url)
        _ = try await api.fetch(try #require(URL(string: url.absoluteString + "0")))
        _ = try await api.ask("/parse_runs/pr_9?key=sk_secret_9f")
        _ = try await api.ask("/keys/sk_secret_9f")
        _ = try await api.ask("/parse_runs/sk_secret_9f", headers: [:])
        let error = #expect(throws: SimulationError.self) { try api.verify() }
        var shown = "\(told) \(api) \(api.account) \(api.exchanges) \(api.surprises) \(client)"
        shown += String(reflecting: told) + String(reflecting: api) + String(describing: error)
        for value in [told, api, api.account, api.exchanges, api.surprises, client, error as Any] as [Any] {
            dump(value, to: &shown)
        }
        #expect(shown.contains("credentialToStorage") && shown.contains("/keys/<redacted>"))
        for secret in secrets { #expect(!shown.contains(secret), "\(secret)") }
    }

    @Test("A service that is opened the old way is held to the same account")
    func withoutScenario() async throws {
        let api = SimulatedParseAPI(token: "sk_secret_9f", urlLifetime: .seconds(60), time: clock.timeSource)
        api.add(try .processed("pr_1", output: SampleDocument(pages: 2).output, after: .seconds(10)))
        api.inject(.status(500), atCall: 1)
        api.inject(.status(502), atCall: 1)
        #expect(api.token == "sk_secret_9f" && api.urlLifetime == .seconds(60))
        #expect(try await api.ask("/parse_runs/pr_1").status == 502)
        #expect(try await api.ask("/parse_runs/pr_1").text.contains("PENDING"))
        clock.advance(by: .seconds(10))
        let url = try await api.presignedURL()
        api.replaceOutput(of: "pr_1", with: .pages(1))
        #expect(try await api.fetch(url).body == SimulatedOutput.pages(1).bytes)
        #expect(api.exchanges.map(\.time) == [.zero, .zero, .seconds(10), .seconds(10)])
        try api.verify()
    }
}
