import Foundation
import ParseKit
import ParseTesting
import Testing

@Suite("The simulated storage answers as S3 does")
struct SimulatedStorageTests {
    private let clock = ManualClock()
    private let api: SimulatedParseAPI
    private let bytes: [UInt8]

    init() throws {
        api = SimulatedParseAPI(time: clock.timeSource)
        let run = try SimulatedRun.processed("pr_1", output: SampleDocument(pages: 4).output)
        api.add(run)
        bytes = try #require(run.output)
    }

    private func presigned() async throws -> URL {
        try #require(try await api.client().parseRun("pr_1", responseType: .url).outputURL?.url)
    }

    private func get(_ url: URL, _ headers: HeaderFields = [:]) async throws -> (
        status: Int, headers: HeaderFields, body: [UInt8]
    ) {
        let response = try await api.send(TransportRequest(url: url, headers: headers))
        return (response.status, response.headers, try await response.body.collect(upTo: 10_000_000))
    }

    @Test("The whole document, with its length and a strong validator")
    func whole() async throws {
        let answer = try await get(try await presigned())
        #expect(answer.status == 200 && answer.body == bytes)
        #expect(answer.headers["Content-Length"] == "\(bytes.count)")
        #expect(answer.headers["ETag"]?.hasPrefix("\"") == true)
    }

    @Test("A URL dies after its time, on the injected clock, and says so as S3 does")
    func expiry() async throws {
        let url = try await presigned()
        clock.advance(by: .seconds(899))
        #expect(try await get(url).status == 200)
        clock.advance(by: .seconds(1))
        let expired = try await get(url)
        #expect(expired.status == 403)
        #expect(String(decoding: expired.body, as: UTF8.self).contains("<Message>Request has expired</Message>"))
    }

    @Test("A changed signature, another method and a second credential are refused")
    func refused() async throws {
        let url = try await presigned()
        let tampered = try #require(URL(string: url.absoluteString + "0"))
        #expect(try await get(tampered).status == 403)
        let head = try await api.send(TransportRequest(method: .head, url: url))
        #expect(head.status == 403)
        #expect(try await get(url, ["Authorization": "Bearer sk_simulated"]).status == 400)
        api.delete("pr_1")
        #expect(try await get(url).status == 404)
    }

    @Test("Ranges, from the front, the middle and the end")
    func ranges() async throws {
        let url = try await presigned()
        let middle = try await get(url, ["Range": "bytes=10-19"])
        #expect(middle.status == 206 && middle.body == Array(bytes[10...19]))
        #expect(middle.headers["Content-Range"] == "bytes 10-19/\(bytes.count)")
        #expect(try await get(url, ["Range": "bytes=100-"]).body == Array(bytes[100...]))
        #expect(try await get(url, ["Range": "bytes=-7"]).body == Array(bytes.suffix(7)))
        let beyond = try await get(url, ["Range": "bytes=\(bytes.count)-"])
        #expect(beyond.status == 416 && beyond.headers["Content-Range"] == "bytes */\(bytes.count)")
        #expect(try await get(url, ["Range": "lines=1-2"]).status == 200)
    }

    @Test("A range of another object is refused")
    func preconditions() async throws {
        let url = try await presigned()
        let eTag = try #require(try await get(url).headers["ETag"])
        #expect(try await get(url, ["Range": "bytes=1-2", "If-Match": eTag]).status == 206)
        #expect(try await get(url, ["Range": "bytes=1-2", "If-Match": "\"other\""]).status == 412)
    }
}
