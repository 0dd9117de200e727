import ParseRetry
import ParseTransport

/// How a download waits: for its turn, before another try, and for whom it pays.
extension DownloadDriver {
    /// Waits as long as the storage host has asked others to.
    mutating func turn(of request: StorageRequest) async {
        switch await retry.turn(to: Origin(request.url), before: exchange.deadline, on: time) {
        case .come: break
        case .refused(let limit): machine.fail((limit == .deadline ? tooLate : .heldBack).with(limit: limit))
        case .cancelled: machine.fail(.cancelled)
        }
    }

    /// Waits before the next try, or gives up.
    mutating func backOff(_ setback: DownloadSetback) async {
        let origin = machine.url.flatMap { Origin($0.url) }
        if setback.cause == .throttled, let origin, let asked = setback.serverDelay {
            // The other downloads are held back whatever becomes of this one.
            retry.pacer?.pause(origin, for: asked, asked: asked, at: time.now)
        }
        guard
            let delay = retry.wait(
                after: setback.state,
                cause: setback.cause,
                asked: setback.serverDelay,
                random: random
            )
        else { return giveUp(.serverDelay) }
        if let limit = retry.refusal(to: origin, before: exchange.deadline, after: delay, at: time.now) {
            return giveUp(limit)
        }
        if let origin {
            guard let paid = retry.throttle.withdraw(for: setback.cause, to: origin, at: time.now) else {
                return giveUp(.budget)
            }
            charge = (paid, origin)
            if setback.cause == .throttled {
                retry.pacer?.pause(origin, for: delay, asked: setback.serverDelay, at: time.now)
            }
        }
        retry.observe(.wait(delay, setback.cause))
        await wait(delay)
        // What was paid for and never began costs nothing.
        if machine.isOver { deposit() }
    }

    private mutating func giveUp(_ limit: RetryLimit) {
        retry.observe(.gaveUp(limit))
        machine.gaveUp(limit)
    }

    /// Tells of a request that has led to nothing, or broke off.
    mutating func tellAttempts() {
        guard machine.timeline.failures > told, let last = machine.timeline.records.last else { return }
        told = machine.timeline.failures
        retry.observe(.attempt(last))
    }

    /// Waits so long, but not beyond the deadline.
    mutating func wait(_ duration: Duration) async {
        let wait = min(duration, exchange.deadline.remaining(on: time) ?? duration)
        do {
            try await time.sleep(for: wait)
            machine.waited(wait)
        } catch {
            machine.fail(.cancelled)
        }
    }

    /// Gives back the price of the last retry to whom it was paid, once it has led to a document or never began.
    ///
    /// - Parameter origin: who served without a retry, if there was none.
    mutating func deposit(for origin: Origin? = nil) {
        guard let origin = charge?.origin ?? origin else { return }
        retry.throttle.deposit(charge?.price, to: origin, at: time.now)
        charge = nil
    }
}
