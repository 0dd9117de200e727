import ParseModels
import ParseRetry
import ParseTransport

/// One of those who wait for a run: what it has been told, and when it wants the next look.
struct PollWaiter {
    let number: Int
    let joined: Duration
    let mailbox: Mailbox<PollLetter>

    /// When it wants the next look.
    var due: Duration

    /// Whether the look that is under way began for it too; what an earlier one fails with is not its business.
    var isAsked = false

    private let time: TimeSource
    private var standing: PollStanding<ParseError>
    private var lastStatus: ParseRun.Status?
    private var polls = 0

    init(_ wait: RunWait, number: Int, mailbox: Mailbox<PollLetter>, configuration: ParseClientConfiguration) {
        self.number = number
        self.mailbox = mailbox
        self.time = configuration.time
        self.joined = configuration.time.now
        self.due = joined
        self.lastStatus = wait.lastStatus
        self.standing = PollStanding(
            schedule: configuration.polling,
            deadline: wait.deadline,
            waited: wait.waited,
            time: configuration.time
        )
    }

    var elapsed: Duration { standing.elapsed }
    var deadline: Deadline { standing.deadline }
    var allowance: Deadline { standing.allowance }

    /// Takes in what a look found.
    ///
    /// - Returns: how long the server asked to wait; `nil` if this waiter has been told its ending.
    mutating func take(_ look: Result<PollLook, PollFault>) -> Duration? {
        let found: Result<Duration?, ParseError>
        var fault: PollFault?
        switch look {
        case .failure(let failure):
            found = .failure(failure.error)
            fault = failure
        case .success(let look):
            polls += 1
            lastStatus = look.run.status
            tell(.update(ParseRunUpdate(run: look.run, polls: polls, elapsed: elapsed)))
            if look.run.status.isTerminal {
                end(.finished(look.run))
                return nil
            }
            found = .success(look.serverDelay)
        }
        // A service that was never reached is reported at once: there is no wait yet that could be lost.
        let wasReached = lastStatus != nil
        let verdict = standing.take(
            found,
            serverDelay: { _ in fault?.serverDelay },
            heldUp: fault?.heldUp ?? .zero,
            mayPass: { $0.isRetryable && (wasReached || !$0.neverReachedTheService) }
        )
        switch verdict {
        case .again(let serverDelay): return serverDelay
        case .failed(let error): end(.failed(error))
        case .timedOut(let fault): end(.timedOut(fault))
        }
        return nil
    }

    /// Sets the next look: some time from now, or at the deadline where that is near.
    mutating func wait(by delay: Duration) {
        due = time.now + standing.wait(by: delay)
    }

    func cancel() {
        end(.cancelled)
    }

    func timeOut() {
        end(.timedOut(standing.fault))
    }

    private func end(_ outcome: PollOutcome<ParseRun, ParseError>) {
        tell(.ended(PollEnding(outcome: outcome, lastStatus: lastStatus, waited: elapsed)))
    }

    private func tell(_ content: PollLetter.Content) {
        mailbox.put(PollLetter(number: number, content: content))
    }
}

extension ParseError {
    /// Whether it was tried to reach the service, and no request left this machine.
    ///
    /// A request that was held back, since the service asked for a pause, was not even tried.
    fileprivate var neverReachedTheService: Bool {
        (cause as? TransportError)?.phase == .notSent && !attempts.isEmpty
    }
}
