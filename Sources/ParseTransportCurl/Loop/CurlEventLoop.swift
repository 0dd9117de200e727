import CCurl
import ParseTransport
import Synchronization

/// The face that the loop's thread shows to all others: an inbox, and a way to wake it.
///
/// The thread starts with the first request and ends with ``stop()``.
///
/// `@unchecked Sendable`: the multi handle's pointer and everything else that changes is guarded by `inbox`.
final class CurlEventLoop: @unchecked Sendable {
    let library: CurlLibrary
    let configuration: CurlTransport.Configuration
    private let surroundings: CurlSurroundings
    private let inbox = Mutex(Inbox())

    /// What another thread asks of the loop's.
    enum Command: Sendable {
        case start(CurlTransfer.ID, TransportRequest, ResponsePipe)
        case resume(CurlTransfer.ID)
        case remove(CurlTransfer.ID)
    }

    private struct Inbox {
        var commands: [Command] = []
        var lastID: CurlTransfer.ID = 0
        var isStopped = false
        var multi: Multi?
    }

    /// The multi handle, for the one call that any thread may make on it.
    private struct Multi: @unchecked Sendable {
        let pointer: ccurl_multi
    }

    init(library: CurlLibrary, configuration: CurlTransport.Configuration, surroundings: CurlSurroundings) {
        self.library = library
        self.configuration = configuration
        self.surroundings = surroundings
    }

    // MARK: - From any thread

    /// Starts a transfer and returns the pipe that its response comes through.
    func start(_ request: TransportRequest) throws(TransportError) -> ResponsePipe {
        try startThreadIfNeeded()
        let id = inbox.withLock { inbox in
            inbox.lastID += 1
            return inbox.lastID
        }
        let pipe = ResponsePipe(
            highWaterMark: configuration.highWaterMark,
            onDemand: { self.submit(.resume(id)) },
            onAbandon: { self.submit(.remove(id)) }
        )
        submit(.start(id, request, pipe))
        return pipe
    }

    /// Ends the thread.
    ///
    /// It does not wait for it: the last reference may go on that very thread.
    func stop() {
        inbox.withLock { inbox in
            inbox.isStopped = true
            wake(inbox)
        }
    }

    private func submit(_ command: Command) {
        inbox.withLock { inbox in
            guard !inbox.isStopped else { return }
            inbox.commands.append(command)
            // Whoever finds commands waiting has been preceded by somebody who woke the loop.
            if inbox.commands.count == 1 { wake(inbox) }
        }
    }

    private func wake(_ inbox: borrowing Inbox) {
        if let multi = inbox.multi { ccurl_multi_wakeup(library.handle, multi.pointer) }
    }

    private func startThreadIfNeeded() throws(TransportError) {
        let didStart = inbox.withLock { inbox in
            if inbox.multi != nil { return true }
            guard let pointer = ccurl_multi_init(library.handle) else { return false }
            let context = Unmanaged.passRetained(self)
            let error = ccurl_thread_start(
                { Unmanaged<CurlEventLoop>.fromOpaque($0).takeRetainedValue().run() }, context.toOpaque())
            guard error == 0 else {
                context.release()
                ccurl_multi_cleanup(library.handle, pointer)
                return false
            }
            inbox.multi = Multi(pointer: pointer)
            return true
        }
        guard didStart else {
            throw TransportError(.unavailable, phase: .notSent, message: "The transport's thread could not be started.")
        }
    }

    // MARK: - On the loop's thread

    private func run() {
        guard let multi = inbox.withLock({ $0.multi }) else { return }
        let driver = CurlDriver(
            library: library,
            configuration: configuration,
            surroundings: surroundings,
            multi: multi.pointer
        )
        while let commands = takeCommands() {
            driver.turn(commands)
        }
        let unheard = inbox.withLock { inbox in
            inbox.multi = nil
            defer { inbox.commands = [] }
            return inbox.commands
        }
        driver.shutDown(unheard)
    }

    /// What was asked since the last time; `nil` once the loop shall end.
    private func takeCommands() -> [Command]? {
        inbox.withLock { inbox in
            if inbox.isStopped { return nil }
            defer { inbox.commands = [] }
            return inbox.commands
        }
    }
}
