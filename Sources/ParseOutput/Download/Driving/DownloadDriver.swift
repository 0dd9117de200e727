import ParseModels
import ParseRetry
import ParseTransport

/// Does what a ``DownloadMachine`` wants done, one step after the other, as the reader asks for bytes.
struct DownloadDriver {
    var machine: DownloadMachine
    let exchange: StorageExchange
    private let urls: SharedURLSource
    let retry: RetryConfiguration
    let time: TimeSource
    let random: RandomSource
    private let progress: ResumableDownload.Progress

    private var body: GuardedBody?

    /// How many pieces of the body were taken out here.
    private var taken = 0
    private var ahead: WindowAhead?

    /// What the open window was taken into, if it was fetched ahead.
    private var window: WindowBytes?
    private var pace: ThroughputGuard

    /// How many failed requests were told of.
    var told = 0
    var charge: (price: RetryCharge, origin: Origin)?

    /// The time by which all must have ended is counted from here, where none is named.
    init(_ download: ResumableDownload, until deadline: Deadline? = nil) {
        let configuration = download.configuration
        let plan = DownloadPlan(
            configuration,
            policy: download.retry.policy,
            capabilities: download.transport.capabilities
        )
        self.machine = DownloadMachine(plan, from: download.point)
        self.time = download.time
        self.random = download.random
        self.retry = download.retry
        self.urls = download.urls
        self.progress = download.progress
        self.exchange = StorageExchange(
            transport: download.transport,
            configuration: configuration,
            time: download.time,
            headTimeout: min(
                download.retry.attemptTimeout,
                configuration.timeouts.connect + configuration.firstByteTimeout
            ),
            deadline: deadline ?? Deadline(after: configuration.timeout, on: download.time)
        )
        self.pace = Self.pace(configuration)
    }

    /// What the document is known by, once it has been opened.
    var document: StoredDocument? { machine.document }

    /// The bytes before the seam that was joined last.
    var seamBytes: [UInt8] { machine.seam?.bytes ?? [] }

    /// What is wrong with a document whose end nothing told but that of the connection.
    var unprovenEnd: DownloadError? {
        guard machine.isEndUnproven else { return nil }
        return .endUnproven.with(bytesDelivered: machine.offset).with(machine.timeline.records)
    }

    /// Goes on until there are bytes to hand out, or no more.
    mutating func next() async throws(DownloadError) -> ArraySlice<UInt8>? {
        defer { progress.update(machine.report) }
        // Where nothing has to be waited for, nothing else would notice it.
        if Task.isCancelled, !machine.isOver, !machine.isDelivering { machine.fail(.cancelled) }
        while true {
            tellAttempts()
            // What is in hand is handed out all the same, as it has been counted.
            if exchange.deadline.isReached(on: time), !machine.isOver, !machine.isDelivering {
                machine.fail(tooLate)
            }
            switch machine.next(at: now) {
            case .resolve: await resolve()
            case .open(let request): await open(request)
            case .read: await read()
            case .deliver(let bytes): return bytes
            case .backOff(let setback): await backOff(setback)
            case .wait(let duration): await wait(duration)
            case .finish:
                close()
                return nil
            case .fail(let error):
                close()
                throw error
            }
        }
    }

    private var now: Moment { Moment(time) }

    var tooLate: DownloadError { .timedOut(machine.plan.configuration.timeout ?? .zero) }

    private mutating func close() {
        body = nil
        discardWindow()
    }

    private mutating func discardWindow() {
        if let window = ahead.take(), window.take() { machine.discarded(wireBytes: window.received) }
    }

    // MARK: URLs

    private mutating func resolve() async {
        let replaced = machine.replacedURL
        do {
            let urls = urls
            let presigned = try await time.run(before: exchange.deadline, orThrow: tooLate) {
                try await urls.url(replacing: replaced)
            }
            let url = try machine.plan.configuration.storage.check(presigned.rawValue)
            machine.resolved(LiveURL(presigned, checked: url, received: now), at: now)
            if replaced != nil { retry.observe(.refreshed) }
        } catch let error as DownloadError {
            machine.fail(error)
        } catch is CancellationError {
            machine.fail(.cancelled)
        } catch {
            machine.fail(
                DownloadError(.urlUnavailable, message: "The service gave no URL for the output.", cause: error))
        }
    }

    // MARK: Requests

    private mutating func open(_ request: StorageRequest) async {
        body = nil
        let arriving = windowAhead(for: request)
        let previous = window
        window = arriving?.bytes
        if arriving == nil { await turn(of: request) }
        guard !machine.isOver else { return }
        do throws(TransportError) {
            let opened =
                if let arriving { try await arriving.opened() } else { try await exchange.open(request) }
            machine.answered(opened.answer, arrived: opened.arrived, at: now)
            guard case .reading = machine.state, let document = opened.body else { return }
            body = GuardedBody(document, timers: timers, on: time)
            taken = 0
            pace = Self.pace(machine.plan.configuration)
            deposit(for: Origin(request.url))
            if let next = machine.upcomingRequest(at: now), ahead?.request != next {
                discardWindow()
                let bytes = previous?.recycled() ?? WindowBytes()
                ahead = WindowAhead(next, over: exchange, timers: timers, into: bytes)
            }
        } catch {
            machine.interrupted(by: error, at: now)
        }
    }

    /// Takes the window that was fetched ahead, if it is the one that is wanted; one that is wanted next is kept.
    private mutating func windowAhead(for request: StorageRequest) -> WindowAhead? {
        guard let ahead, ahead.request != request else { return self.ahead.take().flatMap { $0.take() ? $0 : nil } }
        if !machine.follows(ahead.request, request) { discardWindow() }
        return nil
    }

    private var timers: BodyTimers {
        let configuration = machine.plan.configuration
        return BodyTimers(
            idle: configuration.timeouts.idle,
            // With less, every connection would be let go before its first byte.
            pause: max(.seconds(1), configuration.pauseLimit),
            deadline: exchange.deadline
        )
    }

    private static func pace(_ configuration: DownloadConfiguration) -> ThroughputGuard {
        ThroughputGuard(bytesPerSecond: configuration.minimumThroughput, period: configuration.throughputPeriod)
    }

    // MARK: Bytes

    private mutating func read() async {
        guard let body else { return machine.released() }
        let (event, wait) = await body.next(taken, on: time)
        taken += 1
        switch event {
        case .piece(let piece):
            machine.received(piece, at: now)
            if pace.isTooSlow(piece.count, after: wait) { stall() }
        case .end:
            self.body = nil
            machine.ended(at: now)
        case .fault(let fault):
            self.body = nil
            machine.interrupted(by: fault, at: now)
        case .released:
            self.body = nil
            machine.released()
        }
    }

    /// Lets a body go that comes too slowly; what has come of it is handed out all the same.
    private mutating func stall() {
        body = nil
        machine.stalled(at: now)
    }
}
