import ParseRetry
import ParseTransport

/// Whether something is tried again, and how.
extension DownloadMachine {
    /// Asks for a new URL, as often as there is progress in between and a few times more.
    mutating func refresh(because error: DownloadError, at now: Moment) {
        guard attempts.refreshes < plan.configuration.maximumRefreshes else { return fail(error) }
        attempts.refreshed()
        lose(.expiry, at: now)
        replaceURL()
        state = .ready
    }

    /// Asks for a new URL, the first time that something happens.
    mutating func refreshOnce(_ error: DownloadError, at now: Moment) {
        guard attempts.isFirst(error.code) else { return fail(error) }
        refresh(because: error, at: now)
    }

    /// Sends the same request again, the first time that something happens.
    mutating func retryOnce(_ error: DownloadError, at now: Moment) {
        guard attempts.isFirst(error.code) else { return fail(error) }
        lose(.interruption, at: now)
        let state = attempts.failed(at: now.reading)
        self.state = .setBack(DownloadSetback(cause: .transient, state: state, serverDelay: nil, error: error))
    }

    /// Sends the request again, if the policy says so, after a status that might pass.
    mutating func retry(_ error: DownloadError, _ answer: StorageAnswer, at now: Moment) {
        lose(.refusal, at: now)
        // A page of success with an error in it is what the error says.
        let status = answer.status < 400 || answer.status == 400 ? 503 : answer.status
        let head = ResponseHead(status: status, headers: answer.head.headers)
        let verdict = ServerVerdict(code: answer.error.code)
        let asked = ServerDelay.read(from: answer.head, date: now.date)
        let slowDown = answer.error.meaning == .slowDown
        setBack(.response(head, verdict), error, serverDelay: asked, slowDown: slowDown, at: now)
    }

    /// Notes that what was fetched ahead is not wanted: it was a request all the same.
    ///
    /// - Parameter wireBytes: how much of it had come.
    mutating func discarded(wireBytes: Int64) {
        report.opens += 1
        report.wireBytes += wireBytes
    }

    /// Takes a fault, of the opening or of the body.
    ///
    /// - Parameters:
    ///   - fault: what happened.
    ///   - now: the present.
    mutating func interrupted(by fault: TransportError, at now: Moment) {
        if let said = page.map(StorageErrorBody.init), said.meaning != .unknown, fault.kind != .cancelled {
            return pageEnded(at: now)
        }
        page = nil
        timeline.failed(.fault(fault), at: now.reading)
        let error = DownloadError.interrupted(by: fault)
        guard fault.kind != .cancelled else { return fail(error) }
        lose(fault.kind == .timedOut ? .stall : .interruption, at: now)
        setBack(.transport(fault), error, serverDelay: nil, slowDown: false, at: now)
    }

    private mutating func setBack(
        _ failure: RetryFailure,
        _ error: DownloadError,
        serverDelay: Duration?,
        slowDown: Bool,
        at now: Moment
    ) {
        let tried = attempts.failed(at: now.reading)
        switch plan.policy.decision(for: failure, in: tried) {
        case .permanent:
            fail(error)
        case .exhausted(let limit):
            fail(error.with(limit: limit))
        case .retry(let cause):
            if serverDelay != nil { attempts.waitedAsAsked() }
            state = .setBack(
                DownloadSetback(
                    cause: slowDown ? .throttled : cause,
                    state: tried,
                    serverDelay: serverDelay,
                    error: error
                )
            )
        }
    }
}
