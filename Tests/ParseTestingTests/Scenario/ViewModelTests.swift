import Foundation
import ParseKit
import ParseTesting
import Testing

/// A view model as an application has one: it shows a run's pages as they come, or says what went wrong.
@MainActor
private final class DocumentViewModel {
    private(set) var pages: [String] = []
    private(set) var failure: String?
    private let client: ParseClient

    init(client: ParseClient) {
        self.client = client
    }

    func load(_ id: String) async {
        do {
            let run = try await client.waitForParseRun(id)
            for try await chunk in client.chunks(of: run.id) { pages.append(chunk.content) }
        } catch {
            failure = error.localizedDescription
        }
    }
}

@MainActor
@Suite("An application tests its view model against a scenario")
struct ViewModelTests {
    @Test("It shows three pages although the service fails once")
    func pages() async throws {
        let scenario = ParseScenario()
            .run(SimulatedRun("pr_1").pending(for: .seconds(1)).processing(for: .seconds(7)).processed(.pages(3)))
            .failing(.status(503), atCall: 1)
        let api = SimulatedParseAPI(scenario, time: ManualClock(.jumping).timeSource)
        let model = DocumentViewModel(client: try api.client())
        await model.load("pr_1")
        #expect(model.pages.count == 3 && model.failure == nil)
        try api.verify()
    }

    @Test("It says why a run has failed")
    func failure() async throws {
        let scenario = ParseScenario()
            .run(SimulatedRun("pr_1").processing(for: .seconds(2)).failed(.passwordProtectedFile, message: "Locked"))
        let api = SimulatedParseAPI(scenario, time: ManualClock(.jumping).timeSource)
        let model = DocumentViewModel(client: try api.client())
        await model.load("pr_1")
        #expect(model.pages.isEmpty && model.failure?.contains("Locked") == true)
        try api.verify()
    }
}
