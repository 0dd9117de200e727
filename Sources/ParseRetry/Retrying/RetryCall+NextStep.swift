import ParseTransport

/// What follows an attempt that failed.
extension RetryCall {
    enum NextStep {
        case stop(RetryLimit?)
        case wait(Duration, RetryCause)

        var decision: RetryDecision {
            switch self {
            case .stop(let limit): limit.map(RetryDecision.exhausted) ?? .permanent
            case .wait(_, let cause): .retry(cause)
            }
        }
    }

    mutating func nextStep(after failure: RetryFailure, _ ending: AttemptEnding) -> NextStep {
        if isStaleConnection(failure) {
            freeAttempts += 1
            request.requiresNewConnection = true
            return .wait(.zero, .transient)
        }
        let state = RetryState(
            attempts: attempts.count + 1 - freeAttempts,
            elapsed: time.now - began,
            isIdempotent: isRepeatable,
            backoffStep: backoffStep,
            lastDelay: pending?.delay ?? .zero
        )
        holdOthersBack(after: failure, ending)
        let cause: RetryCause
        switch configuration.policy.decision(for: failure, in: state) {
        case .permanent: return .stop(nil)
        case .exhausted(let limit): return .stop(limit)
        case .retry(let reason): cause = reason
        }
        guard
            let delay = configuration.wait(after: state, cause: cause, asked: ending.serverDelay, random: random)
        else { return .stop(.serverDelay) }
        if let limit = configuration.refusal(to: origin, before: deadline, after: delay, at: time.now) {
            return .stop(limit)
        }
        if let origin {
            if cause == .throttled {
                configuration.pacer?.pause(origin, for: delay, asked: ending.serverDelay, at: time.now)
            }
            guard let paid = configuration.throttle.withdraw(for: cause, to: origin, at: time.now) else {
                return .stop(.budget)
            }
            charge = paid
        }
        backoffStep = ending.serverDelay == nil ? backoffStep + 1 : 0
        if case .response(let head, _) = failure, head.status == 408 || head.status == 421 {
            request.requiresNewConnection = true
        }
        return .wait(delay, cause)
    }

    /// Whether sending the request twice does no more than sending it once.
    ///
    /// By its method, or by a key that tells the server that it is the same one.
    private var isRepeatable: Bool {
        request.method.isIdempotent || request.headers["Idempotency-Key"] != nil
    }

    /// Keeps a server's wish for the other calls, whatever becomes of this one.
    ///
    /// What a body says of trying again is about this request; how long to wait is about all of them.
    private func holdOthersBack(after failure: RetryFailure, _ ending: AttemptEnding) {
        guard let origin, let asked = ending.serverDelay, case .response(let head, _) = failure,
            StandardRetryPolicy().decision(for: .response(head, .none), in: RetryState(attempts: 1))
                == .retry(.throttled)
        else { return }
        configuration.pacer?.pause(origin, for: asked, asked: asked, at: time.now)
    }

    /// Whether a connection that was kept for later turned out to be closed by the peer.
    ///
    /// That says nothing of the service, and the request was not taken by it. Once a call.
    private func isStaleConnection(_ failure: RetryFailure) -> Bool {
        guard case .transport(let fault) = failure, fault.onReusedConnection, fault.kind == .connectionBroken,
            fault.phase == .awaitingResponse, isRepeatable, freeAttempts == 0
        else { return false }
        return !deadline.isReached(on: time)
    }
}
