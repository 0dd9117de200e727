import CCurl
import ParseTransport

/// The loop itself: libcurl's multi handle and the transfers in it.
///
/// Lives on the loop's thread only.
final class CurlDriver {
    private let library: CurlLibrary
    private let configuration: CurlTransport.Configuration
    private let surroundings: CurlSurroundings
    private let multi: ccurl_multi
    private let trust: TrustStore
    private var transfers: [CurlTransfer.ID: CurlTransfer] = [:]
    private var ids: [ccurl_easy: CurlTransfer.ID] = [:]

    init(
        library: CurlLibrary,
        configuration: CurlTransport.Configuration,
        surroundings: CurlSurroundings,
        multi: ccurl_multi
    ) {
        self.library = library
        self.configuration = configuration
        self.surroundings = surroundings
        self.multi = multi
        self.trust = configuration.certificateAuthorityFile.map(TrustStore.file) ?? .system(of: library)
        set(CCURLMOPT_MAX_HOST_CONNECTIONS, configuration.maxConnectionsPerHost)
        set(CCURLMOPT_MAXCONNECTS, configuration.connectionCacheSize)
    }

    /// Does what was asked, lets libcurl work, tells the readers, then sleeps until something happens.
    func turn(_ commands: [CurlEventLoop.Command]) {
        commands.forEach(obey)
        ccurl_multi_perform(library.handle, multi)
        endFinished()
        let wait = endStalled()
        for transfer in transfers.values { transfer.pipe.deliver() }
        ccurl_multi_poll(library.handle, multi, Int32(wait.wholeMilliseconds))
    }

    /// Fails everything that still runs and everything that was still to start.
    func shutDown(_ commands: [CurlEventLoop.Command]) {
        let cancelled =
            transfers.values.map(\.pipe)
            + commands.compactMap { command in
                if case .start(_, _, let pipe) = command { pipe } else { nil }
            }
        for id in Array(transfers.keys) { remove(id) }
        ccurl_multi_cleanup(library.handle, multi)
        for pipe in cancelled {
            pipe.end(TransportError(.cancelled, phase: pipe.phase, message: "The transport was released."))
        }
    }

    private func obey(_ command: CurlEventLoop.Command) {
        switch command {
        case .start(let id, let request, let pipe): start(id, request, pipe)
        case .resume(let id): transfers[id]?.handle.resume()
        case .remove(let id): remove(id)
        }
    }

    private func start(_ id: CurlTransfer.ID, _ request: TransportRequest, _ pipe: ResponsePipe) {
        do throws(TransportError) {
            let transfer = try CurlTransfer(
                id: id,
                request: request,
                pipe: pipe,
                library: library,
                trust: trust,
                configuration: configuration,
                surroundings: surroundings
            )
            guard ccurl_multi_add(library.handle, multi, transfer.handle.pointer) == 0 else {
                throw TransportError(.other, phase: .notSent, message: "libcurl did not accept the transfer.")
            }
            transfers[id] = transfer
            ids[transfer.handle.pointer] = id
        } catch {
            pipe.end(error)
        }
    }

    @discardableResult
    private func remove(_ id: CurlTransfer.ID) -> CurlTransfer? {
        guard let transfer = transfers.removeValue(forKey: id) else { return nil }
        ids[transfer.handle.pointer] = nil
        ccurl_multi_remove(library.handle, multi, transfer.handle.pointer)
        return transfer
    }

    private func endFinished() {
        var code = CCURLE_OK
        while let easy = ccurl_multi_next_done(library.handle, multi, &code) {
            guard let id = ids[easy], let transfer = remove(id) else { continue }
            transfer.end(code)
        }
    }

    /// Fails the transfers whose peer is silent for too long; returns when to look again.
    private func endStalled() -> Duration {
        let now = ContinuousClock.now
        var next = now + Self.longestSleep
        for transfer in transfers.values {
            if transfer.isStalled(at: now) {
                remove(transfer.id)
                transfer.endStalled()
            } else {
                next = min(next, transfer.idleDeadline(at: now))
            }
        }
        return next - now
    }

    /// Only a guard against a lost wake-up; nothing needs the loop before something happens.
    private static let longestSleep = Duration.seconds(600)

    private func set(_ option: ccurl_multi_option, _ value: Int) {
        ccurl_multi_setopt_long(library.handle, multi, option, max(1, value))
    }
}
