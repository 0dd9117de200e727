import ParseTransport

/// One call's attempts, from the first to the one that counts.
struct RetryCall {
    private let configuration: RetryConfiguration
    private let base: any Transport
    private let time: TimeSource
    private let random: RandomSource
    private let deadline: Deadline
    private let bodyLimit: Int?
    private let origin: Origin?
    private let began: Duration
    private let id = CallID()
    private var request: TransportRequest
    private var attempts: [AttemptRecord] = []
    private var backoffStep = 0
    private var charge: RetryCharge?

    init(transport: RetryingTransport, request: TransportRequest, deadline: Deadline, collectingUpTo limit: Int?) {
        self.configuration = transport.configuration
        self.base = transport.base
        self.time = transport.time
        self.random = transport.random
        self.deadline = deadline
        self.bodyLimit = limit
        self.origin = Origin(request.url)
        self.began = transport.time.now
        self.request = request
    }

    mutating func run() async throws(RetryError) -> RetriedResponse {
        if Task.isCancelled { throw RetryError(fault: Self.cancelled, attempts: []) }
        if deadline.isReached(on: time) { throw RetryError(fault: Self.tooLate, attempts: [], limit: .deadline) }
        var delay = Duration.zero
        while true {
            let ending = await attempt(after: delay)
            guard let failure = ending.failure else {
                deposit(charge)
                return try conclude(ending, limit: nil)
            }
            switch nextStep(after: failure, ending) {
            case .stop(let limit): return try conclude(ending, limit: limit)
            case .wait(let wait): delay = wait
            }
            do {
                try await time.sleep(for: delay)
            } catch {
                deposit(charge)
                throw RetryError(fault: Self.cancelled, attempts: attempts)
            }
            // A sleep may end later than it was meant to.
            if deadline.isReached(on: time) {
                deposit(charge)
                return try conclude(ending, limit: .deadline)
            }
        }
    }

    /// Gives back the price of the last retry: after a success, or where the retry was paid for and never began.
    private func deposit(_ charge: RetryCharge?) {
        guard let origin else { return }
        configuration.throttle.deposit(charge, to: origin, at: time.now)
    }

    private enum NextStep {
        case stop(RetryLimit?)
        case wait(Duration)
    }

    private mutating func nextStep(after failure: RetryFailure, _ ending: AttemptEnding) -> NextStep {
        let state = RetryState(
            attempts: attempts.count,
            elapsed: time.now - began,
            isIdempotent: request.method.isIdempotent,
            backoffStep: backoffStep
        )
        let cause: RetryCause
        switch configuration.policy.decision(for: failure, in: state) {
        case .permanent: return .stop(nil)
        case .exhausted(let limit): return .stop(limit)
        case .retry(let reason): cause = reason
        }
        var delay = configuration.backoff.delay(after: state, cause: cause, random: random)
        if let asked = ending.serverDelay {
            guard asked <= configuration.maximumServerDelay else { return .stop(.serverDelay) }
            // Never earlier than asked, and not all clients in the same instant.
            delay = max(delay, asked) + min(asked * 0.1, .seconds(1)) * random.number(in: 0...1)
        }
        if let remaining = deadline.remaining(on: time), remaining <= delay { return .stop(.deadline) }
        if let origin {
            guard let paid = configuration.throttle.withdraw(for: cause, to: origin, at: time.now) else {
                return .stop(.budget)
            }
            charge = paid
        }
        backoffStep = ending.serverDelay == nil ? backoffStep + 1 : 0
        if case .response(let head, _) = failure, head.status == 408 || head.status == 421 {
            request.requiresNewConnection = true
        }
        return .wait(delay)
    }

    private mutating func attempt(after delay: Duration) async -> AttemptEnding {
        let start = time.now - began
        let timeout = Deadline(after: configuration.attemptTimeout, on: time)
        let ending = await RetryAttempt.$current.withValue(RetryAttempt(of: id, timeout: timeout, on: time)) {
            await AttemptEnding.of(
                request,
                over: base,
                headBefore: min(deadline, timeout),
                bodyBefore: deadline,
                collectingUpTo: bodyLimit,
                on: time,
                configuration
            )
        }
        attempts.append(
            AttemptRecord(
                number: attempts.count + 1,
                delay: delay,
                start: start,
                end: time.now - began,
                outcome: ending.outcome,
                requestID: ending.head?.headers["x-extend-request-id"]
            )
        )
        return ending
    }

    private func conclude(_ ending: AttemptEnding, limit: RetryLimit?) throws(RetryError) -> RetriedResponse {
        switch ending.result {
        case .success(let response):
            return RetriedResponse(
                response: response,
                attempts: attempts,
                limit: limit,
                serverDelay: ending.serverDelay
            )
        case .failure(let fault):
            throw RetryError(fault: fault, attempts: attempts, limit: limit)
        }
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
}
