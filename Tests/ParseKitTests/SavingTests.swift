import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("Saving an output to a file")
struct SavingTests {
    private let clock = ManualClock(.jumping)
    private let document = SampleDocument(pages: 20, seed: 3).output
    private let folder = FileManager.default.temporaryDirectory.appending(path: "parse-kit-\(UUID().uuidString)")

    /// A folder for what is saved, and the service that it comes from.
    private func withService<Value>(_ body: (SimulatedParseAPI, URL) async throws -> Value) async throws -> Value {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let api = SimulatedParseAPI(time: clock.timeSource)
        api.add(try .processed("pr_1", output: document))
        return try await body(api, folder.appending(path: "pr_1.json"))
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
    }

    @Test("It comes whole, over a reset and an expired URL, and can be read again")
    func whole() async throws {
        try await withService { api, file in
            api.inject(.breakBody(after: 30_000), atDownload: 1)
            api.inject(.expiredURL, atDownload: 2)
            let count = try await api.client().saveOutput(of: "pr_1", to: file.path(percentEncoded: false))
            let bytes = try Data(contentsOf: file)
            #expect(count == Int64(bytes.count))
            #expect(try ParseRunOutput(decoding: bytes) == document)
            #expect(try names() == ["pr_1.json"])
            #expect(try await api.client().saveOutput(of: "pr_1", to: file) == count)
        }
    }

    @Test("Where the service put it inside the run, it is the same document")
    func inline() async throws {
        try await withService { _, file in
            let json = #"{"id":"pr_1","status":"PROCESSED","output":{"chunks":[{"content":"a"},{"content":"b/c"}]}}"#
            let transport = MockTransport([MockExchange(answer: .json(json))])
            try await ParseClient(token: "sk_1", transport: transport).saveOutput(of: "pr_1", to: file)
            #expect(try ParseRunOutput(decoding: Data(contentsOf: file)).chunks.map(\.content) == ["a", "b/c"])
        }
    }

    @Test("What goes wrong is said, and leaves nothing behind")
    func errors() async throws {
        try await withService { api, file in
            api.add(.failed("pr_2"))
            let client = try api.client()
            let missing = file.appending(path: "none.json")
            let web = try #require(URL(string: "https://storage.example/o?sig=topsecret"))
            for (id, place, code) in [
                ("pr_2", file, ParseError.Code.runFailed), ("pr_3", file, .notFound), ("pr_1", missing, .writeFailed),
                ("pr_1", web, .writeFailed), ("pr_1", folder, .writeFailed),
            ] {
                let error = await #expect(throws: ParseError.self) { try await client.saveOutput(of: id, to: place) }
                #expect(error?.code == code)
                #expect(error?.isRetryable == false)
                #expect(error.map { "\($0)".contains("topsecret") } == false)
            }
            api.inject(.body("<html>Log in</html>"), atDownload: 1)
            let page = await #expect(throws: ParseError.self) { try await client.saveOutput(of: "pr_1", to: file) }
            #expect(page?.code == .downloadFailed)
            #expect(try names() == [])
        }
    }
}
