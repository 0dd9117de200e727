import Foundation
import ParseModels
import ParseRetry
import ParseTesting
import ParseTransport
import Synchronization
import Testing

@testable import ParseOutput

@Suite("Saving a document, row by row")
struct SaveRowsTests {
    private let folder = TemporaryFolder()
    private static let stored = StoredBytes(count: 100_000)
    private let object = stored

    /// A sink that has room for so many bytes.
    private final class Full: DocumentSink {
        let room: Int
        private(set) var bytes: [UInt8] = []
        private(set) var calls: [String] = []

        init(room: Int) {
            self.room = room
        }

        func append(_ piece: ArraySlice<UInt8>) throws(DownloadError) {
            guard bytes.count + piece.count <= room else { throw .notWritten("/full", "No space left on device") }
            bytes += piece
        }

        func empty() throws(DownloadError) {
            bytes = []
            calls.append("empty")
        }

        func commit() throws(DownloadError) {
            calls.append("commit")
        }

        func discard() {
            calls.append("discard")
        }
    }

    @Test("E28 A full disk ends the download at once, with how much of it had come", arguments: [0, 4_500, 99_999])
    func e28_full(room: Int) async {
        let bench = DownloadBench([object.whole()])
        let sink = Full(room: room)
        let error = await #expect(throws: DownloadError.self) { try await bench.download().save(into: sink) }
        #expect(error?.code == .writeFailed)
        #expect(error?.limit == nil)
        #expect(error?.bytesDelivered == Int64(room / 1_000 * 1_000 + 1_000))
        #expect(sink.bytes == Array(object.bytes[..<(room / 1_000 * 1_000)]))
        #expect(sink.calls == ["empty", "discard"])
        #expect(bench.requests == ["url1"])
    }

    #if os(Linux)
        @Test("E28 The system's own word for a full disk is told")
        func e28_device() async throws {
            /// The device whose every write finds it full.
            final class Device: DocumentSink {
                let file: SystemFile

                init() throws {
                    guard let device = try SystemFile.existing(at: "/dev/full") else { throw SystemFault(number: 0) }
                    file = device
                }

                func append(_ piece: ArraySlice<UInt8>) throws(DownloadError) {
                    do throws(SystemFault) { try file.append(piece) } catch { throw .notWritten("it", error.reason) }
                }

                func empty() {}
                func commit() {}
                func discard() {}
            }
            let bench = DownloadBench([object.whole()])
            let device = try Device()
            let error = await #expect(throws: DownloadError.self) { try await bench.download().save(into: device) }
            #expect(error?.code == .writeFailed)
            #expect(error?.message == "The file it could not be written: No space left on device.")
            #expect(bench.requests == ["url1"])
        }
    #endif

    @Test("E28 A folder that is not there is found out before anything is asked for")
    func e28_noFolder() async {
        let bench = DownloadBench([object.whole()])
        let error = await #expect(throws: DownloadError.self) {
            try await bench.download().save(to: folder.path("none/output.json"))
        }
        #expect(error?.code == .writeFailed)
        #expect(error?.bytesDelivered == 0)
        #expect(bench.requests.isEmpty)
    }

    @Test("E29 A file appears when it is whole, for its owner alone, in place of what was there")
    func e29_whole() async throws {
        let file = folder.path("output.json")
        try folder.write("old", to: "output.json")
        let bench = DownloadBench([object.whole(brokenAfter: 40_000), object.rest(from: 35_904)])
        let count = try await bench.download().save(to: file)
        #expect(count == 100_000)
        #expect(folder.contents(of: "output.json") == object.bytes)
        #expect(folder.names == ["output.json"])
        #expect(folder.permissions(of: "output.json") == 0o600)
    }

    @Test("E29 Of a download that fails or is cancelled nothing is left, and what was there is as it was")
    func e29_failed() async throws {
        try folder.write("old", to: "output.json")
        let file = folder.path("output.json")
        let failing = DownloadBench([object.whole(brokenAfter: 40_000), .s3(404, "NoSuchKey"), .s3(404, "NoSuchKey")])
        let error = await #expect(throws: DownloadError.self) { try await failing.download().save(to: file) }
        #expect(error?.code == .outputGone)
        #expect(error?.bytesDelivered == 40_000)
        let clock = ManualClock()
        let peer = StreamingPeer(on: clock, .object(object, [.bytes(object.bytes[..<9_000]), .silence(.seconds(9))]))
        let saving = Task { () -> DownloadError? in
            do throws(DownloadError) {
                try await peer.download(on: clock).save(to: file)
                return nil
            } catch {
                return error
            }
        }
        try await clock.waitForSleepers()
        #expect(folder.names == ["output.json", "output.json.part"])
        #expect(folder.permissions(of: "output.json.part") == 0o600)
        #expect(folder.contents(of: "output.json.part") == Array(object.bytes[..<9_000]))
        #expect(folder.contents(of: "output.json") == Array("old".utf8))
        saving.cancel()
        #expect(await saving.value?.code == .cancelled)
        #expect(folder.names == ["output.json"])
        #expect(folder.contents(of: "output.json") == Array("old".utf8))
    }

    @Test("E29 What a process left that died is replaced")
    func e29_left() async throws {
        try folder.write("left over and longer than nothing", to: "output.json.part")
        let small = StoredBytes(count: 10)
        try await DownloadBench([small.whole()]).download().save(to: folder.path("output.json"))
        #expect(folder.contents(of: "output.json") == small.bytes)
        #expect(folder.names == ["output.json"])
    }

    @Test("C10 A document that changes meanwhile is begun anew in the file, and a document that keeps changing is not")
    func c10_changed() async throws {
        let other = StoredBytes(count: 50_000, seed: 2).with { $0.eTag = "\"v2\"" }
        let file = folder.path("output.json")
        let changed = MockAnswer.s3(412, "PreconditionFailed")
        let bench = DownloadBench([object.whole(brokenAfter: 40_000), changed, other.whole()])
        #expect(try await bench.download().save(to: file) == 50_000)
        #expect(folder.contents(of: "output.json") == other.bytes)
        let always = DownloadBench(
            Array(repeating: [object.whole(brokenAfter: 40_000), changed], count: 3).flatMap(\.self))
        let error = await #expect(throws: DownloadError.self) { try await always.download().save(to: file) }
        #expect(error?.code == .outputChanged)
        #expect(always.requests.count == 6)
        #expect(folder.contents(of: "output.json") == other.bytes)
        #expect(folder.names == ["output.json"])
    }

    @Test("E29 What is encoded is saved decoded, and an empty document as an empty file")
    func e29_decoded() async throws {
        let gzip = StoredBytes(GzipEncoder.member(object.bytes, .stored)).with {
            $0.headers["Content-Encoding"] = "gzip"
        }
        #expect(try await DownloadBench([gzip.whole()]).download().save(to: folder.url("a.json")) == 100_000)
        #expect(folder.contents(of: "a.json") == object.bytes)
        #expect(try await DownloadBench([StoredBytes([]).whole()]).download().save(to: folder.url("b.json")) == 0)
        #expect(folder.contents(of: "b.json") == [])
    }

    @Test("C27 A document whose end only the connection tells is not saved as whole, unless the host says that it is")
    func c27_endUnproven() async throws {
        let nameless = object.with {
            $0.eTag = nil
            $0.lastModified = nil
        }
        let cut = nameless.whole(brokenAfter: 40_000, by: nil, hasLength: false)
        let file = folder.path("output.json")
        let error = await #expect(throws: DownloadError.self) {
            try await DownloadBench([cut]).download().save(to: file)
        }
        #expect(error?.code == .endUnproven)
        #expect(folder.names.isEmpty)
        let lenient = DownloadBench([cut, nameless.rest(from: 35_904)]) { $0.validation = .lenient }
        #expect(try await lenient.download().save(to: file) == 100_000)
        #expect(folder.contents(of: "output.json") == object.bytes)
        let chunked = nameless.answer(200, object.bytes[...], ["Transfer-Encoding": "chunked"], hasLength: false)
        #expect(try await DownloadBench([chunked]).download().save(to: file) == 100_000)
    }

    @Test("C27 Connections that end behind the head, one after the other, are no empty document", arguments: [1, 2])
    func c27_nothingCame(count: Int) async throws {
        let tagged = object.with { if count == 1 { ($0.eTag, $0.lastModified) = (nil, nil) } }
        let nothing = tagged.whole(brokenAfter: 0, by: nil, hasLength: false)
        let bench = DownloadBench(Array(repeating: nothing, count: count))
        let error = await #expect(throws: DownloadError.self) {
            try await bench.download().save(to: folder.path("output.json"))
        }
        #expect(error?.code == .endUnproven)
        #expect(bench.requests.count == count)
        #expect(folder.names.isEmpty)
    }

    @Test("C27 What is collected is not taken for whole either where only the connection's end tells")
    func c27_collected() async {
        let nameless = object.with { ($0.eTag, $0.lastModified) = (nil, nil) }
        let cut = nameless.whole(brokenAfter: 40_000, by: nil, hasLength: false)
        #expect(await DownloadBench([cut]).collect().error?.code == .endUnproven)
        #expect(await DownloadBench([nameless.whole()]).collect().bytes == object.bytes)
    }
}
