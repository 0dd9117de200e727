import ParseTransport

/// One call: the first request, a second one if the first takes too long, and the answer that counts.
struct HedgedExchange {
    private enum Contender {
        case first, second
    }

    private typealias Ending = Result<TransportResponse, TransportError>

    private enum Event {
        case delayIsOver
        case end(Contender, Ending, after: Duration)
    }

    let request: TransportRequest
    let origin: Origin
    let base: any Transport
    let time: TimeSource
    let origins: HedgedOrigins

    /// Sends the first request only.
    func run() async throws(TransportError) -> TransportResponse {
        let (ending, time) = await send(request)
        noteLatency(of: ending, time)
        return try ending.get()
    }

    /// Sends the second request if no head has come within the delay.
    ///
    /// Both are child tasks: cancelling the caller cancels them, and none outlives the call. The body of the one that is
    /// returned does not need its task any more.
    func run(hedgedAfter delay: Duration) async throws(TransportError) -> TransportResponse {
        let began = time.now
        let ending = await withTaskGroup(of: Event.self) { group in
            setAlarm(after: delay, in: &group)
            group.addTask { await end(.first, request) }
            var underWay = 1
            var earlier: (Contender, Ending)?
            while let event = await group.next() {
                guard case .end(let contender, let ending, let latency) = event else {
                    guard !Task.isCancelled, origins.takeHedge(origin) else { continue }
                    underWay += 1
                    group.addTask { await end(.second, Self.again(request)) }
                    continue
                }
                underWay -= 1
                if contender == .first { noteLatency(of: ending, latency) }
                guard underWay == 0 || Self.isConclusive(ending) else {
                    earlier = (contender, ending)
                    continue
                }
                // The first took at least so long when it is cut off; left out, only the quick ones would be known.
                if underWay > 0, contender == .second, case .success = ending {
                    origins.add(time.now - began, of: origin)
                }
                group.cancelAll()
                return Self.isConclusive(ending) ? ending : Self.better((contender, ending), earlier)
            }
            return .failure(Self.cancelled)
        }
        return try ending.get()
    }

    /// Sets the alarm before anything is sent; nobody but the task that waits holds it, as a test clock stands still
    /// while an alarm that went off is held.
    private func setAlarm(after delay: Duration, in group: inout TaskGroup<Event>) {
        let alarm = time.alarm(after: delay)
        group.addTask {
            try? await alarm()
            return .delayIsOver
        }
    }

    private func end(_ contender: Contender, _ request: TransportRequest) async -> Event {
        let (ending, latency) = await send(request)
        return .end(contender, ending, after: latency)
    }

    private func send(_ request: TransportRequest) async -> (Ending, Duration) {
        let began = time.now
        do throws(TransportError) {
            let response = try await base.send(request)
            origins.observe(response.head, from: origin)
            return (.success(response), time.now - began)
        } catch {
            return (.failure(error), time.now - began)
        }
    }

    /// A failure may be quick, and says nothing about how long answers take.
    private func noteLatency(of ending: Ending, _ latency: Duration) {
        if case .success(let response) = ending, response.status < 400 { origins.add(latency, of: origin) }
    }

    /// The first request may hang because its connection does.
    private static func again(_ request: TransportRequest) -> TransportRequest {
        var request = request
        request.requiresNewConnection = true
        return request
    }

    /// Whether the other request can say nothing better: a success, a refusal that is about the request, a cancellation.
    private static func isConclusive(_ ending: Ending) -> Bool {
        switch ending {
        case .failure(let fault): return fault.kind == .cancelled && Task.isCancelled
        case .success(let response):
            if response.status < 400 { return true }
            let failure = RetryFailure.response(response.head, .none)
            return StandardRetryPolicy().decision(for: failure, in: RetryState(attempts: 1)) == .permanent
        }
    }

    /// Of two failures an answer says more than a fault, and the first request's is what was asked for.
    private static func better(_ last: (Contender, Ending), _ earlier: (Contender, Ending)?) -> Ending {
        guard let earlier else { return last.1 }
        let (first, second) = last.0 == .first ? (last.1, earlier.1) : (earlier.1, last.1)
        if case .failure = first, case .success = second { return second }
        return first
    }

    private static let cancelled = TransportError(
        .cancelled,
        phase: .notSent,
        message: "The task was cancelled before the request was sent."
    )
}
