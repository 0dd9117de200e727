import Foundation
import ParseKit
import ParseTesting
import ParseTransport
import Testing

@Suite("Going on from a token where the storage names no version")
struct NamelessDocumentTests {
    private let document = SampleDocument(pages: 8, seed: 5, includesOCR: true).output

    /// The service, whose storage tells neither a tag nor a date.
    private struct Nameless: Transport {
        let api: SimulatedParseAPI

        var capabilities: TransportCapabilities { api.capabilities }

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            var response = try await api.send(request)
            response.head.headers["ETag"] = nil
            response.head.headers["Last-Modified"] = nil
            return response
        }
    }

    private func client(of output: ParseRunOutput) throws -> ParseClient {
        let time = ManualClock(.jumping).timeSource
        let api = SimulatedParseAPI(time: time)
        api.add(try .processed("pr_1", output: output))
        let configuration = ParseClientConfiguration().with { $0.time = time }
        return try ParseClient(token: api.token, configuration: configuration, transport: Nameless(api: api))
    }

    private func token(behind count: Int) async throws -> ResumeToken {
        for try await (_, token) in try client(of: document).chunks(of: "pr_1").withResumeTokens
        where token.chunkCount == count {
            let json = try JSONEncoder().encode(token)
            #expect(json.count < 512)
            return try JSONDecoder().decode(ResumeToken.self, from: json)
        }
        throw CancellationError()
    }

    private func rest(of output: ParseRunOutput, _ token: ResumeToken) async -> (chunks: [Chunk], error: ParseError?) {
        var chunks: [Chunk] = []
        do {
            for try await chunk in try client(of: output).chunks(of: "pr_1", resumingFrom: token) {
                chunks.append(chunk)
            }
            return (chunks, nil)
        } catch {
            return (chunks, error as? ParseError)
        }
    }

    @Test("The chunks that are done with are passed over, and the rest comes", arguments: [1, 3, 8])
    func same(count: Int) async throws {
        let token = try await token(behind: count)
        #expect(token.byteOffset == 0)
        let (chunks, error) = await rest(of: document, token)
        #expect(error == nil)
        #expect(chunks == Array(document.chunks[count...]))
    }

    @Test("Another document of the same length is told by the last chunk that is done with")
    func other() async throws {
        let token = try await token(behind: 3)
        var changed = document
        changed.chunks[2].content = String(changed.chunks[2].content.reversed())
        let (chunks, error) = await rest(of: changed, token)
        #expect(chunks.isEmpty)
        #expect(error?.code == .outputChanged && error?.resumeToken == token)
    }

    @Test("A document with fewer chunks than are done with does not end as if all were well")
    func shorter() async throws {
        let bare = ResumeToken(runID: "pr_1", chunkCount: 9)
        let (chunks, error) = await rest(of: document, bare)
        #expect(chunks.isEmpty)
        #expect(error?.code == .outputChanged && error?.resumeToken == bare)
    }
}
