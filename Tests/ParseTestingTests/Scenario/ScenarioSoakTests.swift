import ParseKit
import ParseTesting
import Testing

@Suite("Whatever goes wrong, a client reads the document or says why not")
struct ScenarioSoakTests {
    /// Numbers of a sequence that a seed begins.
    private struct Dice {
        var state: UInt64

        mutating func roll(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    private static let calls: [SimulatedFault] = [
        .status(500), .status(503, headers: ["Retry-After": "never"]), .rateLimited(retryAfter: .seconds(2)), .reset,
        .dnsFailure, .stall, .emptyBody, .htmlPage, .breakBody(after: 40), .shortBody(after: 60), .stallBody(after: 9),
        .delay(.seconds(3)), .contentType("text/html"), .corruptByte(at: 3),
    ]
    private static let downloads: [SimulatedFault] = [
        .status(500), .status(503), .reset, .stall, .breakBody(after: 7_000), .shortBody(after: 11_000), .expiredURL,
        .storageError(400, code: "ExpiredToken"), .ignoredRange, .missingHeaders("ETag"), .delay(.seconds(5)),
        .stallBody(after: 5_000), .corruptByte(at: 1_000), .htmlPage, .notFound,
    ]

    private func scenario(_ seed: UInt64) -> ParseScenario {
        var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15)
        var scenario = ParseScenario()
            .run(SimulatedRun("pr_1").processing(for: .seconds(dice.roll(20))).processed(.pages(3)))
            .urlLifetime(.seconds(20 + dice.roll(900)))
            .limitingCalls(to: 3, per: .seconds(1))
            .pieces(of: 1_000 + dice.roll(20_000))
        for _ in 0..<dice.roll(4) {
            scenario = scenario.failing(Self.calls[dice.roll(Self.calls.count)], atCall: 1 + dice.roll(6))
        }
        for _ in 0..<dice.roll(4) {
            scenario = scenario.failing(Self.downloads[dice.roll(Self.downloads.count)], atDownload: 1 + dice.roll(4))
        }
        for _ in 0..<dice.roll(3) {
            switch dice.roll(4) {
            case 0: scenario = scenario.stalling(atByte: dice.roll(20_000))
            case 1: scenario = scenario.corrupting(atByte: dice.roll(20_000))
            default: scenario = scenario.breaking(atByte: dice.roll(20_000))
            }
        }
        switch dice.roll(5) {
        case 0: return scenario.expiringURLs(at: .download(1 + dice.roll(3)))
        case 1: return scenario.replacingOutput(of: "pr_1", with: .pages(3, seed: 2), at: .download(2))
        case 2: return scenario.deleting("pr_1", at: .download(2))
        default: return scenario
        }
    }

    @Test("Sixty scenarios, none of which makes it do what a correct client would not")
    func soak() async throws {
        let documents = [SampleDocument(pages: 3).output.chunks, SampleDocument(pages: 3, seed: 2).output.chunks]
        var read = 0
        for seed in UInt64(1)...60 {
            let api = SimulatedParseAPI(scenario(seed), time: ManualClock(.jumping).timeSource)
            let client = try api.client()
            do throws(ParseError) {
                _ = try await client.waitForParseRun("pr_1")
                var chunks: [Chunk] = []
                for try await chunk in client.chunks(of: "pr_1") { chunks.append(chunk) }
                #expect(documents.contains(chunks), "seed \(seed)")
                read += 1
            } catch {
                #expect(error.code != .cancelled && error.code != .invalidRequest, "seed \(seed): \(error)")
            }
            try api.verify(allowing: [.unusedFault])
        }
        #expect(read > 30)
    }
}
