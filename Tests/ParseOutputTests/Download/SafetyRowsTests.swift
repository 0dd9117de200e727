import Foundation
import ParseModels
import ParseOutput
import ParseRetry
import ParseTesting
import ParseTransport
import Testing

@Suite("What a download keeps to itself, row by row")
struct SafetyRowsTests {
    private static let stored = StoredBytes(count: 50_000)
    private let object = stored
    private static let secrets = ["topsecret", "topsecret1", "topsecret2"]

    private func expectNoSecret<Value>(in value: Value, _ location: SourceLocation = #_sourceLocation) {
        var shown = "\(value)" + String(reflecting: value) + String(reflecting: [value])
        dump(value, to: &shown)
        if let encodable = value as? any Encodable, let json = try? JSONEncoder().encode(encodable) {
            shown += String(decoding: json, as: UTF8.self)
        }
        for secret in Self.secrets where shown.contains(secret) {
            Issue.record("\(type(of: value)) shows \(secret).", sourceLocation: location)
        }
        #expect(!shown.isEmpty, sourceLocation: location)
    }

    @Test("D17 A request to the storage carries these fields, and no other")
    func d17_fields() async {
        let dated = object.with { $0.eTag = nil }
        for (stored, condition) in [(object, "If-Match"), (dated, "If-Unmodified-Since")] {
            let bench = DownloadBench([stored.whole(brokenAfter: 20_000), stored.rest(from: 15_904)])
            let outcome = await bench.run()
            #expect(outcome.error == nil)
            let first: Set = ["Accept", "Accept-Encoding", "User-Agent"]
            let names = bench.transport.requests.map { Set($0.headers.map(\.name)) }
            #expect(names == [first, first.union(["Range", condition])])
            #expect(bench.transport.requests.allSatisfy { $0.method == .get && $0.body.isEmpty })
        }
    }

    @Test("D17 Neither a redirect nor a challenge makes it say more")
    func d17_challenge() async {
        let redirect = MockAnswer.response(status: 307, headers: ["Location": "https://elsewhere.example/"])
        let challenge = MockAnswer.response(status: 401, headers: ["WWW-Authenticate": "Bearer"])
        for answer in [redirect, challenge] {
            let bench = DownloadBench([answer, answer])
            let outcome = await bench.run()
            #expect(outcome.requests == ["url1", "url2"])
            #expect(outcome.error != nil)
            #expect(bench.transport.requests.allSatisfy { $0.headers.count == 3 && $0.url.host == "storage.example" })
        }
    }

    @Test("E21 Nothing of a download shows its URL, however it is printed")
    func e21_download() async throws {
        let bench = DownloadBench([object.whole(brokenAfter: 20_000), object.rest(from: 15_904)])
        let download = bench.download()
        expectNoSecret(in: download)
        var pieces = download.makeAsyncIterator()
        for count in [1, 25] {
            for _ in 0..<count { _ = try await pieces.next() }
            expectNoSecret(in: pieces)
            expectNoSecret(in: download)
            expectNoSecret(in: download.report)
        }
        expectNoSecret(in: bench.configuration)
        expectNoSecret(in: bench.transport)
    }

    @Test("E21 Nor do an error, what caused it, or a source of URLs")
    func e21_errors() async throws {
        let url = "https://storage.example/o?X-Amz-Credential=topsecret&X-Amz-Signature=topsecret1&sig=topsecret2"
        let faults = [
            TransportError(.connectionBroken, phase: .receivingBody, message: "GET \(url) failed"),
            TransportError(.connectionRefused, phase: .notSent, message: "Cannot reach '\(url)'"),
        ]
        for fault in faults {
            let outcome = await DownloadBench(Array(repeating: .failure(fault), count: 4)).run()
            expectNoSecret(in: try #require(outcome.error))
        }
        let unavailable = DownloadBench([], urlFailures: [1: faults[0]])
        expectNoSecret(in: try #require(await unavailable.run().error))
        let source = SharedURLSource(first: PresignedURL(rawValue: url)) { PresignedURL(rawValue: url) }
        expectNoSecret(in: source)
        expectNoSecret(in: try #require(throws: DownloadError.self) { try StoragePolicy.standard.check("http" + url) })
        expectNoSecret(in: try #require(throws: DownloadError.self) { try StoragePolicy.standard.check(url + "#a") })
    }

    @Test("E21 A token for going on holds neither a URL nor a secret, and is short")
    func e21_token() async throws {
        let document = SampleDocument(pages: 3).output
        let bytes = Array(try JSONEncoder().encode(document))
        let bench = DownloadBench([StoredBytes(bytes).whole()])
        var pieces = bench.download().makeAsyncIterator()
        var tracker = ResumeTracker()
        var decoder = ChunkDecoder()
        var chunks = 0
        while chunks == 0 {
            let piece = try #require(try await pieces.next())
            tracker.take(piece)
            decoder.push(piece)
            while try decoder.next() != nil {
                chunks += 1
                tracker.note(chunks: chunks, endingAt: decoder.resumableOffset)
            }
        }
        let token = tracker.resumeToken(runID: "pr_1", download: pieces)
        #expect(token.byteOffset > 0)
        expectNoSecret(in: token)
        let json = String(decoding: try JSONEncoder().encode(token), as: UTF8.self)
        #expect(json.utf8.count <= 512)
        #expect(!json.contains("storage.example") && !json.contains("http"))
    }

    @Test("E22 What the storage repeats of a URL is not shown")
    func e22_echo() async throws {
        let url = "https://storage.example/o?X-Amz-Signature=topsecret&amp;X-Amz-Credential=topsecret1"
        for (status, code) in [(403, "AccessDenied"), (400, "InvalidURI"), (404, "NoSuchKey"), (400, url)] {
            let refusal = MockAnswer.s3(status, code, "You sent \(url) to us", more: "<Resource>\(url)</Resource>")
            let outcome = await DownloadBench([refusal, refusal]).run()
            let error = try #require(outcome.error)
            #expect(error.status == status)
            #expect(error.message.hasPrefix("You sent https://storage.example/o?X-Amz-Signature=<redacted>"))
            expectNoSecret(in: error)
        }
    }

    @Test("E22 Nor is where a redirect leads but for its host")
    func e22_location() async throws {
        let location = "https://elsewhere.example/path?X-Amz-Signature=topsecret"
        let redirect = MockAnswer.response(status: 302, headers: ["Location": location])
        let error = try #require(await DownloadBench([redirect, redirect]).run().error)
        #expect(error.code == .redirectRefused)
        #expect(error.message.contains("elsewhere.example"))
        expectNoSecret(in: error)
    }
}
