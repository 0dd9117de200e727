import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("A fault at a byte of the document strikes whatever range is asked for")
struct DocumentFaultTests {
    private let clock = ManualClock(.jumping)
    private let whole = SimulatedOutput.pages(5)
    private let base = ParseScenario().run(SimulatedRun("pr_1").processed(.pages(5)))

    @Test("Ranges before the byte pass, the first that comes to it breaks there, and later ones pass")
    func once() async throws {
        let api = SimulatedParseAPI(base.breaking(atByte: 20_000).pieces(of: 512), time: clock.timeSource)
        let url = try await api.presignedURL()
        #expect(try await api.fetch(url, ["Range": "bytes=0-19999"]).body.count == 20_000)
        var received: [UInt8] = []
        let response = try await api.send(TransportRequest(url: url, headers: ["Range": "bytes=15000-"]))
        let error = await #expect(throws: TransportError.self) {
            for try await piece in response.body {
                #expect(piece.count <= 512)
                received += piece
            }
        }
        #expect(error?.kind == .connectionBroken && error?.phase == .receivingBody)
        #expect(received == Array(whole.bytes[15_000..<20_000]))
        #expect(try await api.fetch(url).body == whole.bytes)
        #expect(
            api.account.strikes.map(\.description) == ["a broken connection at byte 20000 of an output at download 2"])
        try api.verify()
    }

    @Test("A client goes on behind each break, and reads the document")
    func resumed() async throws {
        let scenario = base.breaking(atByte: 9_000).breaking(atByte: 20_000, of: "pr_1").breaking(atByte: 20_001)
        let api = SimulatedParseAPI(scenario, time: clock.timeSource)
        #expect(try await api.client().output(of: "pr_1") == SampleDocument(pages: 5).output)
        // It looks once more at some of what it has, to see that the document is still the same.
        let starts = api.exchanges.filter(\.isStorage).compactMap { Int($0.range?.dropFirst(6).dropLast() ?? "0") }
        #expect(starts.count == 4 && zip(starts, [0, 9_000, 20_000, 20_001]).allSatisfy { $0 <= $1 })
        #expect(api.account.runs["pr_1"]?.downloads == 4)
        try api.verify()
    }

    @Test("One byte is flipped, once")
    func corrupted() async throws {
        let api = SimulatedParseAPI(base.corrupting(atByte: 12_345).corrupting(atByte: 12_346), time: clock.timeSource)
        let url = try await api.presignedURL()
        let first = try await api.fetch(url).body
        #expect(zip(first, whole.bytes).enumerated().filter { $1.0 != $1.1 }.map(\.offset) == [12_345, 12_346])
        #expect(try await api.fetch(url).body == whole.bytes)
    }

    @Test("A fault of another run's document, or behind the end, never strikes and is told")
    func unused() async throws {
        let api = SimulatedParseAPI(
            base.breaking(atByte: 5, of: "pr_2").stalling(atByte: 9_999_999), time: clock.timeSource)
        #expect(try await api.fetch(try await api.presignedURL()).body == whole.bytes)
        let error = #expect(throws: SimulationError.self) { try api.verify() }
        #expect(
            error?.problems.map(\.message) == [
                "a broken connection at byte 5 of the output of pr_2 never struck",
                "a silence at byte 9999999 of an output never struck",
            ]
        )
        try api.verify(allowing: [.unusedFault])
    }
}
