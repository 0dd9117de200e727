import Foundation
import LoopbackServer
import ParseModels
import ParseOutput
import ParseRetry
import ParseTransport
import Synchronization
import Testing

// Only where the script has started an nginx; without one they show as skipped.
@Suite(
    "Downloads from nginx", .serialized, .timeLimit(.minutes(5)),
    .enabled(if: RealStorage.started != nil, "Tests/RealStorage/run starts the nginx that they need.")
)
struct RealStorageTests {
    private let storage: RealStorage

    init() throws {
        storage = try #require(RealStorage.started)
    }

    /// What came of a download.
    private struct Outcome {
        var bytes: [UInt8] = []
        var error: DownloadError?
        var report = DownloadReport()
        var urls = 0
    }

    /// Downloads an object through a proxy.
    ///
    /// - Parameter progress: told how many bytes have been read, after each piece.
    private func download(
        _ name: String,
        through proxy: LoopbackProxy,
        on adapter: Adapter,
        urlsLiveFor seconds: Int = 600,
        tells: Bool = true,
        progress: (Int) async throws -> Void = { _ in }
    ) async throws -> Outcome {
        let urls = Mutex(0)
        let download = ResumableDownload(
            over: adapter.makeTransport(),
            configuration: DownloadConfiguration(storage: StoragePolicy(allowsLoopbackHTTP: true)),
            random: .constant(0)
        ) { [storage, port = proxy.port] in
            urls.withLock { $0 += 1 }
            return storage.presigned(name, through: port, livingFor: seconds, tells: tells)
        }
        var outcome = Outcome()
        var pieces = download.makeAsyncIterator()
        while outcome.error == nil {
            do throws(DownloadError) {
                guard let piece = try await pieces.next() else { break }
                outcome.bytes += piece
            } catch {
                outcome.error = error
            }
            try await progress(outcome.bytes.count)
        }
        outcome.report = download.report
        outcome.urls = urls.withLock { $0 }
        return outcome
    }

    @Test("64 MiB come whole through a proxy that resets every few MiB", arguments: Adapter.allCases)
    func resets(on adapter: Adapter) async throws {
        let object = RealStorage.object(64 << 20, seed: 1)
        try storage.store(object, as: "large.json")
        let proxy = try LoopbackProxy(to: storage.port, resettingAfter: 5 << 20)
        let outcome = try await download("large.json", through: proxy, on: adapter)
        #expect(outcome.error == nil)
        #expect(outcome.bytes.isSame(as: object[...]))
        #expect(proxy.resets >= 8)
        #expect(outcome.report.resumes >= 8)
        #expect(outcome.report.lostTime[.interruption] != nil)
        #expect(outcome.report.refreshes == 0)
        // What a reset throws away is fetched again: never more than the buffers between nginx and the reader hold.
        // Over windows two connections are under way, each reset for itself; the window that is here is kept.
        #expect(outcome.report.wireBytes < Int64(object.count / 100 * 101))
    }

    @Test("A URL that runs out between two resets is replaced", arguments: Adapter.allCases, [true, false])
    func expiry(on adapter: Adapter, isTold: Bool) async throws {
        let object = RealStorage.object(16 << 20, seed: 2)
        try storage.store(object, as: "expiring.json")
        let proxy = try LoopbackProxy(to: storage.port, resettingAfter: 6 << 20)
        var hasWaited = false
        let outcome = try await download(
            "expiring.json", through: proxy, on: adapter, urlsLiveFor: isTold ? 31 : 1, tells: isTold
        ) { count in
            // nginx counts in seconds of its own, so these two must pass.
            guard count >= 1 << 20, !hasWaited else { return }
            hasWaited = true
            try await Task.sleep(for: .seconds(2.1))
        }
        #expect(outcome.error == nil)
        #expect(outcome.bytes.isSame(as: object[...]))
        #expect(proxy.resets >= 1)
        #expect(outcome.report.refreshes >= 1)
        #expect(outcome.urls == outcome.report.refreshes + 1)
        #expect(outcome.report.lostTime[.expiry] != nil || outcome.report.lostTime[.interruption] != nil)
    }

    @Test(
        "An object that is replaced midway is noticed, and nothing of the new one handed out",
        arguments: Adapter.allCases)
    func replaced(on adapter: Adapter) async throws {
        let object = RealStorage.object(24 << 20, seed: 3)
        let name = "replaced-\(adapter.rawValue).json"
        try storage.store(object, as: name)
        let proxy = try LoopbackProxy(to: storage.port, resettingAfter: 5 << 20)
        var isReplaced = false
        let outcome = try await download(name, through: proxy, on: adapter) { count in
            guard count >= 1 << 20, !isReplaced else { return }
            isReplaced = true
            var changed = object
            changed[20 << 20] ^= 1
            try storage.store(changed, as: name, changed: Date(timeIntervalSinceNow: -1_800))
        }
        #expect(outcome.error?.code == .outputChanged)
        #expect(outcome.error?.bytesDelivered == Int64(outcome.bytes.count))
        #expect(outcome.bytes.count < 20 << 20)
        #expect(outcome.bytes.isSame(as: object.prefix(outcome.bytes.count)))
    }
}
