/// Decides whether requests to a service that fails are worth sending.
///
/// A value without clock or chance of its own: what happens is told to it with its instant, and it answers. Closed, it
/// counts failures; enough of them open it, and nothing passes for a while; then it lets one request at a time probe,
/// until enough have succeeded or one has failed.
///
/// ```swift
/// switch breaker.admit(call, at: time.now) {
/// case .refused(let instant): // fail at once
/// case .admitted(let permit):
///     let response = try await transport.send(request)
///     breaker.record(.init(response.head), of: permit, at: time.now, random: .system)
/// }
/// ```
public struct CircuitBreaker: Sendable, Hashable {
    private enum Phase: Hashable {
        case closed
        case open(until: Duration)
        case halfOpen(successes: Int, probe: Int?)
    }

    private static let slots = 30

    private let configuration: Configuration
    private var phase = Phase.closed
    private var run: FailureRun
    private var requests: SlidingCount
    private var failures: SlidingCount
    private var failedProbes = 0
    /// Counts the phases gone through: what began in an earlier one says nothing about this one.
    private var turn = 0
    private var permits = 0

    /// Makes a closed circuit.
    ///
    /// - Parameter configuration: when it opens and closes. Default: 5 failures in a row from 2 calls, or half of 20
    ///   requests, within 30 seconds.
    public init(configuration: Configuration = Configuration()) {
        self.configuration = configuration
        self.run = FailureRun(configuration)
        self.requests = SlidingCount(slots: Self.slots, of: configuration.window / Self.slots)
        self.failures = requests
    }

    /// Whether requests pass.
    ///
    /// - Parameter instant: the time source's reading.
    /// - Returns: the state at that instant.
    public func state(at instant: Duration) -> State {
        switch phase {
        case .closed: .closed
        case .open(let until): instant < until ? .open(until: until) : .halfOpen
        case .halfOpen: .halfOpen
        }
    }

    /// Asks whether a request may be sent.
    ///
    /// - Parameters:
    ///   - call: whose request it is.
    ///   - instant: the time source's reading.
    /// - Returns: a permit, whose outcome must be recorded, or until when there is none.
    public mutating func admit(_ call: CallID, at instant: Duration) -> Admission {
        if case .open(let until) = phase, instant >= until { enter(.halfOpen(successes: 0, probe: nil)) }
        switch phase {
        case .closed: break
        case .open(let until): return .refused(until: until)
        case .halfOpen(_, .some): return .refused(until: nil)
        case .halfOpen(let successes, nil): phase = .halfOpen(successes: successes, probe: permits + 1)
        }
        permits += 1
        return .admitted(Permit(number: permits, turn: turn, call: call))
    }

    /// Records how an admitted request ended, once.
    ///
    /// - Parameters:
    ///   - outcome: what it tells about the service.
    ///   - permit: the leave it was sent with.
    ///   - instant: the time source's reading.
    ///   - random: where the jitter of the open time comes from.
    public mutating func record(
        _ outcome: Outcome,
        of permit: Permit,
        at instant: Duration,
        random: RandomSource
    ) {
        guard permit.turn == turn else { return }
        switch phase {
        case .closed: count(outcome, of: permit.call, at: instant, random: random)
        case .halfOpen(let successes, permit.number): conclude(outcome, after: successes, at: instant, random: random)
        case .halfOpen, .open: break
        }
    }

    private mutating func count(_ outcome: Outcome, of call: CallID, at instant: Duration, random: RandomSource) {
        guard outcome != .neutral else { return }
        requests.add(at: instant)
        guard outcome == .failure else { return run.removeAll() }
        failures.add(at: instant)
        let isLong = run.add(of: call, at: instant)
        let total = requests.count(at: instant)
        let isLarge = Double(failures.count(at: instant)) >= configuration.failureRatio * Double(total)
        if isLong || (isLarge && total >= configuration.minimumRequests) { open(at: instant, random: random) }
    }

    private mutating func conclude(_ outcome: Outcome, after successes: Int, at instant: Duration, random: RandomSource)
    {
        switch outcome {
        case .neutral: phase = .halfOpen(successes: successes, probe: nil)
        case .success where successes + 1 < configuration.probesToClose:
            phase = .halfOpen(successes: successes + 1, probe: nil)
        case .success:
            failedProbes = 0
            enter(.closed)
        case .failure:
            failedProbes += 1
            open(at: instant, random: random)
        }
    }

    private mutating func open(at instant: Duration, random: RandomSource) {
        enter(.open(until: instant + configuration.openTime(afterFailedProbes: failedProbes, random: random)))
    }

    private mutating func enter(_ next: Phase) {
        phase = next
        turn += 1
        run.removeAll()
        requests.removeAll()
        failures.removeAll()
    }
}
