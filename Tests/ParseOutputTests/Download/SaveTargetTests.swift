import Foundation
import ParseModels
import ParseRetry
import ParseTesting
import ParseTransport
import Synchronization
import Testing

@testable import ParseOutput

@Suite("What saving heeds besides the document")
struct SaveTargetTests {
    private let folder = TemporaryFolder()
    private let object = StoredBytes(count: 100_000)

    @Test("What is no file is not replaced by one")
    func special() async throws {
        let pipe = folder.path("pipe")
        #expect(mkfifo(pipe, 0o600) == 0)
        for path in [pipe, "/dev/null"] {
            let bench = DownloadBench([object.whole()])
            let error = await #expect(throws: DownloadError.self) { try await bench.download().save(to: path) }
            #expect(error?.code == .writeFailed)
            #expect(error?.message.contains("\(path) could not be written: it is neither a file nor a link") == true)
            #expect(bench.requests.isEmpty)
        }
        #expect(folder.names == ["pipe"])
    }

    @Test("What cannot be written is named as it was asked for, and why in words that help")
    func reasons() async throws {
        let missing = folder.path("none/output.json")
        let error = await #expect(throws: DownloadError.self) {
            try await DownloadBench().download().save(to: missing)
        }
        #expect(
            error?.message
                == "The file \(missing) could not be written: the directory that it is to be in is not there.")
        let file = folder.path("output.json")
        let first = try PartialFile(for: file)
        let second = #expect(throws: DownloadError.self) { try PartialFile(for: file) }
        #expect(second?.message.contains("it is being written already") == true)
        first.discard()
    }

    @Test("How far it is can be watched, also where it goes on behind a token's offset")
    func progress() async throws {
        let seen = Mutex<[Int64]>([])
        let bench = DownloadBench([object.whole(brokenAfter: 40_000), object.rest(from: 35_904)])
        try await bench.download().save(to: folder.path("output.json")) { report in
            seen.withLock { $0.append(report.position) }
        }
        #expect(
            seen.withLock { $0 } == Array(stride(from: 1_000, through: 40_000, by: 1_000))
                + [40_904] + Array(stride(from: 41_904, to: 100_000, by: 1_000)) + [100_000])
        let document = StoredDocument(eTag: ETag("\"v1\""), lastModified: nil, length: 100_000, coding: .identity)
        let mark = SeamMark(endOf: object.bytes[29_000..<33_000])
        let token = ResumeToken(
            runID: "pr_1", chunkCount: 1, point: ResumePoint(document: document, offset: 33_000, mark: mark))
        let outcome = await DownloadBench([object.rest(from: 29_000)]).run(resumingFrom: token)
        #expect(outcome.report.startOffset == 33_000 && outcome.report.deliveredBytes == 67_000)
        #expect(outcome.report.position == outcome.report.totalBytes)
        #expect("\(outcome.report)" == "100000 of 100000 bytes, 71000 over the wire, 1 requests, 1 resumes")
    }

    @Test("What is not saved is told with how much had come, and what went wrong before")
    func told() async throws {
        let nameless = object.with { ($0.eTag, $0.lastModified) = (nil, nil) }
        let file = folder.path("output.json")
        let script = [
            nameless.whole(brokenAfter: 10_000, hasLength: false),
            nameless.whole(brokenAfter: 40_000, by: nil, hasLength: false),
        ]
        let error = await #expect(throws: DownloadError.self) {
            try await DownloadBench(script).download().save(to: file)
        }
        #expect(error?.code == .endUnproven && error?.bytesDelivered == 40_000)
        #expect(error?.attempts.map(\.outcome) == [.fault(.reset)])
    }

    @Test("A file that is taken away while it is written is not told as a directory that is missing")
    func takenAway() throws {
        let file = folder.path("output.json")
        let part = try PartialFile(for: file)
        try FileManager.default.removeItem(atPath: file + ".part")
        let error = #expect(throws: DownloadError.self) { try part.commit() }
        #expect(error?.code == .writeFailed && error?.message.contains("directory that it is to be in") == false)
    }

    @Test("The rest of a document is not saved as if it were the whole")
    func fromToken() async throws {
        let document = StoredDocument(eTag: ETag("\"v1\""), lastModified: nil, length: 100_000, coding: .identity)
        let point = ResumePoint(document: document, offset: 33_000, mark: .none)
        let bench = DownloadBench([object.rest(from: 33_000)])
        let download = bench.download(resumingFrom: ResumeToken(runID: "pr_1", chunkCount: 1, point: point))
        let error = await #expect(throws: DownloadError.self) { try await download.save(to: folder.path("o.json")) }
        #expect(error?.code == .tokenRefused)
        #expect(bench.requests.isEmpty && folder.names.isEmpty)
    }
}
