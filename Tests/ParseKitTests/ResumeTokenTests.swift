import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("Going on from a token, as another process would")
struct ResumeTokenTests {
    private let document = SampleDocument(pages: 8, seed: 5, includesOCR: true).output

    private func reread(_ token: ResumeToken) throws -> ResumeToken {
        let json = try JSONEncoder().encode(token)
        #expect(json.count < 512)
        let text = String(decoding: json, as: UTF8.self)
        #expect(!text.contains("http") && !text.contains("5161ed") && !text.contains("sk_simulated"))
        return try JSONDecoder().decode(ResumeToken.self, from: json)
    }

    @Test("C36 Behind every chunk, the next one comes, and what was read is not fetched again")
    func c36_everyChunk() async throws {
        let first = try SimulatedParseAPI.holding(document)
        var tokens: [ResumeToken] = []
        for try await (chunk, token) in try first.client().chunks(of: "pr_1").withResumeTokens {
            #expect(chunk == document.chunks[tokens.count])
            tokens.append(token)
        }
        #expect(tokens.map(\.chunkCount) == Array(1...8))
        for token in tokens {
            let api = try SimulatedParseAPI.holding(document)
            let rest = try api.client().chunks(of: "pr_1", resumingFrom: try reread(token))
            var chunks: [Chunk] = []
            for try await chunk in rest { chunks.append(chunk) }
            #expect(chunks == Array(document.chunks[token.chunkCount...]))
            let report = try #require(rest.report)
            #expect(report.totalBytes.map { report.wireBytes == $0 - token.byteOffset + 4_096 } == true)
            #expect(api.exchanges.filter(\.isStorage).map(\.range) == ["bytes=\(token.byteOffset - 4_096)-"])
        }
    }

    @Test("Slices go on with their numbers and offsets")
    func slices() async throws {
        let api = try SimulatedParseAPI.holding(document)
        var all: [(chunk: ChunkSlice, token: ResumeToken)] = []
        for try await pair in try api.client().chunkSlices(of: "pr_1").withResumeTokens { all.append(pair) }
        for try await slice in try api.client().chunkSlices(of: "pr_1", resumingFrom: try reread(all[2].token)) {
            let same = all[slice.index].chunk
            #expect(slice.byteOffset == same.byteOffset && slice.bytes == same.bytes)
            all.removeAll { $0.chunk.index == slice.index && slice.index == 7 }
        }
        #expect(all.count == 7)
    }

    @Test("A token's token: two processes in a row")
    func chained() async throws {
        var chunks: [Chunk] = []
        var token: ResumeToken?
        while true {
            let api = try SimulatedParseAPI.holding(document)
            var some = 0
            for try await (chunk, next) in try api.client().chunks(of: "pr_1", resumingFrom: token).withResumeTokens {
                chunks.append(chunk)
                token = try reread(next)
                some += 1
                if some == 3 { break }
            }
            if some < 3 { break }
        }
        #expect(chunks == document.chunks)
    }

    @Test("A document that has changed is an error, not a mixture")
    func changed() async throws {
        let token = try await token(behind: 3)
        let api = try SimulatedParseAPI.holding(SampleDocument(pages: 8, seed: 6, includesOCR: true).output)
        let error = await #expect(throws: ParseError.self) {
            for try await _ in try api.client().chunks(of: "pr_1", resumingFrom: token) {}
        }
        #expect(error?.code == .outputChanged && error?.resumeToken == token)
    }

    @Test("C37 A token of another run is refused before anything is sent")
    func c37_otherRun() async throws {
        let token = try await token(behind: 1)
        let api = try SimulatedParseAPI.holding(document)
        let error = await #expect(throws: ParseError.self) {
            for try await _ in try api.client().chunks(of: "pr_2", resumingFrom: token) {}
        }
        #expect(error?.code == .resumeTokenRefused && api.exchanges.isEmpty)
    }

    @Test("A token that knows a number of chunks alone passes over them")
    func bare() async throws {
        let api = try SimulatedParseAPI.holding(document)
        var chunks: [Chunk] = []
        for try await chunk in try api.client().chunks(
            of: "pr_1", resumingFrom: ResumeToken(runID: "pr_1", chunkCount: 6))
        {
            chunks.append(chunk)
        }
        #expect(chunks == Array(document.chunks[6...]))
    }

    @Test("Where the output is inside the run, chunks are passed over all the same")
    func inline() async throws {
        let json = #"{"id":"pr_1","status":"PROCESSED","output":{"chunks":[{"content":"a"},{"content":"b"}]}}"#
        let answer = MockExchange(.get("/parse_runs/pr_1"), answer: .json(json))
        let client = try ParseClient(token: "sk_1", transport: MockTransport([answer, answer]))
        var token: ResumeToken?
        for try await (_, next) in client.chunks(of: "pr_1").withResumeTokens {
            token = try reread(next)
            break
        }
        var rest: [String] = []
        for try await chunk in client.chunks(of: "pr_1", resumingFrom: token) { rest.append(chunk.content) }
        #expect(rest == ["b"])
    }

    @Test(
        "C37 A token that contradicts itself is not read",
        arguments: [
            #"{"v":2,"run":"pr_1","chunks":1,"at":10}"#, #"{"v":1,"run":"pr_1","chunks":-1,"at":10}"#,
            #"{"v":1,"run":"pr_1","chunks":1,"at":-10}"#, #"{"v":1,"run":"pr_1","chunks":1,"at":10,"of":9}"#,
            #"{"v":1,"run":"pr_1","chunks":1,"at":10,"tag":"no tag"}"#,
            #"{"v":1,"run":"pr_1","chunks":1,"at":10,"tag":"\"a\"\r\nX: y"}"#,
            #"{"v":1,"run":"pr_1","chunks":1,"at":10,"date":"yesterday"}"#,
            #"{"v":1,"run":"pr_1","chunks":1,"at":10,"seam":11,"sum":"0"}"#,
            #"{"v":1,"run":"pr_1","chunks":1,"at":9000,"seam":5000,"sum":"0"}"#,
            #"{"v":1,"run":"pr_1","chunks":1,"at":10,"seam":5,"sum":"zz"}"#,
            #"{"v":1,"run":"pr_1","chunks":1,"at":10,"coding":"br"}"#, #"{"v":1,"chunks":1,"at":10}"#,
        ]
    )
    func c37_tampered(_ json: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(ResumeToken.self, from: Data(json.utf8)) }
    }

    private func token(behind count: Int) async throws -> ResumeToken {
        let api = try SimulatedParseAPI.holding(document)
        for try await (_, token) in try api.client().chunks(of: "pr_1").withResumeTokens where token.chunkCount == count
        {
            return try reread(token)
        }
        throw CancellationError()
    }
}

extension SimulatedParseAPI {
    /// The service with one processed run, `pr_1`.
    static func holding(_ output: ParseRunOutput) throws -> SimulatedParseAPI {
        let api = SimulatedParseAPI(time: ManualClock(.jumping).timeSource)
        api.add(try .processed("pr_1", output: output))
        return api
    }
}
