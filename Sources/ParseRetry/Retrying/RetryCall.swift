import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One call's attempts, from the first to the one that counts.
struct RetryCall {
    let configuration: RetryConfiguration
    private let base: any Transport
    let time: TimeSource
    let random: RandomSource
    let deadline: Deadline
    private let bodyLimit: Int?
    private let isReadable: @Sendable (ResponseHead, [UInt8]) -> Bool
    let origin: Origin?
    let began: Duration
    private let id = CallID()
    var request: TransportRequest
    private(set) var attempts: [AttemptRecord] = []
    var backoffStep = 0
    var charge: RetryCharge?

    /// The attempts that found a connection dead which had been kept too long: they cost nothing and do not count.
    var freeAttempts = 0

    init(
        transport: RetryingTransport,
        request: TransportRequest,
        deadline: Deadline,
        collectingUpTo limit: Int?,
        _ isReadable: @escaping @Sendable (ResponseHead, [UInt8]) -> Bool
    ) {
        self.configuration = transport.configuration
        self.base = transport.base
        self.time = transport.time
        self.random = transport.random
        self.deadline = deadline
        self.bodyLimit = limit
        self.isReadable = isReadable
        self.origin = Origin(request.url)
        self.began = transport.time.now
        self.request = request
    }

    mutating func run() async throws(RetryError) -> RetriedResponse {
        if Task.isCancelled { throw RetryError(fault: Self.cancelled, attempts: []) }
        if deadline.isReached(on: time) { throw RetryError(fault: Self.tooLate, attempts: [], limit: .deadline) }
        var delay = Duration.zero
        var last: AttemptEnding?
        while true {
            let paced: Duration
            switch await configuration.turn(to: origin, before: deadline, on: time) {
            case .come(let wait): paced = wait
            case .refused(let limit): return try giveUp(last, limit)
            case .cancelled:
                giveBack()
                throw RetryError(fault: Self.cancelled, attempts: attempts)
            }
            let ending = await attempt(after: delay + paced)
            last = ending
            guard let failure = ending.failure else {
                record(ending, nil)
                deposit(charge)
                return try conclude(ending, limit: nil)
            }
            let step = nextStep(after: failure, ending)
            record(ending, step.decision)
            switch step {
            case .stop(let limit):
                if let limit { configuration.observe(.gaveUp(limit)) }
                return try conclude(ending, limit: limit)
            case .wait(let wait, let cause):
                configuration.observe(.wait(wait, cause))
                delay = wait
            }
            do {
                try await time.sleep(for: delay)
            } catch {
                giveBack()
                throw RetryError(fault: Self.cancelled, attempts: attempts)
            }
            // A sleep may end later than it was meant to.
            if deadline.isReached(on: time) {
                giveBack()
                return try conclude(ending, limit: .deadline)
            }
        }
    }

    // MARK: Turns

    private func giveUp(_ last: AttemptEnding?, _ limit: RetryLimit) throws(RetryError) -> RetriedResponse {
        configuration.observe(.gaveUp(limit))
        giveBack()
        guard let last else {
            let retryAt = pausedUntil(limit).map { time.date.addingTimeInterval(($0 - time.now) / .seconds(1)) }
            throw RetryError(fault: Self.heldBack, attempts: [], limit: limit, retryAt: retryAt)
        }
        return try conclude(last, limit: limit)
    }

    /// Gives back the price of a retry that was paid for and never began; where none was paid there was no success either.
    private func giveBack() {
        if let charge { deposit(charge) }
    }

    /// Notes a success, and gives back the price of the last retry.
    private func deposit(_ charge: RetryCharge?) {
        guard let origin else { return }
        configuration.throttle.deposit(charge, to: origin, at: time.now)
    }

    // MARK: Attempts

    /// The attempt that has ended, and is not judged yet.
    private(set) var pending: (start: Duration, end: Duration, delay: Duration)?

    private mutating func attempt(after delay: Duration) async -> AttemptEnding {
        if let name = configuration.retryCountHeader, !attempts.isEmpty { request.headers[name] = "\(attempts.count)" }
        let start = time.now - began
        let timeout = Deadline(after: configuration.attemptTimeout, on: time)
        let ending = await RetryAttempt.$current.withValue(RetryAttempt(of: id, timeout: timeout, on: time)) {
            await AttemptEnding.of(
                request,
                over: base,
                headBefore: min(deadline, timeout),
                bodyBefore: deadline,
                collectingUpTo: bodyLimit,
                accepting: isReadable,
                on: time,
                configuration
            )
        }
        pending = (start, time.now - began, delay)
        return ending
    }

    private mutating func record(_ ending: AttemptEnding, _ decision: RetryDecision?) {
        guard let pending else { return }
        let attempt = AttemptRecord(
            number: attempts.count + 1,
            delay: pending.delay,
            start: pending.start,
            end: pending.end,
            outcome: ending.outcome,
            requestID: ending.head?.headers["x-extend-request-id"].map { RedactedText($0, limit: 128).description },
            decision: decision
        )
        attempts.append(attempt)
        self.pending = nil
        configuration.observe(.attempt(attempt))
    }

    private func conclude(_ ending: AttemptEnding, limit: RetryLimit?) throws(RetryError) -> RetriedResponse {
        // What the answer asked for counts from its end, which is some time ago where a wait came after it.
        let end = began + (attempts.last?.end ?? .zero)
        let date = time.date.addingTimeInterval((end - time.now) / .seconds(1))
        let paused = pausedUntil(limit).map { $0 - end }
        let asked = [ending.serverDelay, paused].compactMap(\.self).max()
        switch ending.result {
        case .success(let response):
            return RetriedResponse(response: response, attempts: attempts, limit: limit, serverDelay: asked, date: date)
        case .failure(let fault):
            let retryAt = asked.map { date.addingTimeInterval($0 / .seconds(1)) }
            throw RetryError(fault: fault, attempts: attempts, limit: limit, retryAt: retryAt)
        }
    }

    /// The end of the pause that keeps this call from going on; `nil` where that is not what ends it.
    private func pausedUntil(_ limit: RetryLimit?) -> Duration? {
        guard limit == .serverDelay || limit == .deadline, let origin, let pacer = configuration.pacer else {
            return nil
        }
        let pause = pacer.pause(of: origin, at: time.now)
        return pause > .zero ? time.now + pause : nil
    }

    private static let cancelled = TransportError(
        .cancelled,
        phase: .notSent,
        message: "The task was cancelled before the next attempt."
    )

    private static let tooLate = TransportError(
        .timedOut,
        phase: .notSent,
        message: "The call's deadline had passed before the first attempt."
    )

    private static let heldBack = TransportError(
        .timedOut,
        phase: .notSent,
        message: "The service had asked for fewer requests, and the pause was longer than the call may wait."
    )
}
