import ParseModels
import ParseRetry

/// The looks at one run that all who wait for it share: decides when the next is due, and whom it concerns.
///
/// The most impatient waiter sets the pace, so nobody waits longer for having company. A value: a ``PollHub`` does what
/// it decides.
struct SharedPoll {
    private enum Phase {
        /// Until the next look is due.
        case resting

        /// A look is due, and waits for its turn.
        case queueing

        /// The request is under way.
        case asking(since: Duration, limit: Deadline)
    }

    /// Tells the task that is at work from one that was outrun, or that of an earlier polling.
    var number: Int

    /// What carries the polling out.
    var task: Task<Void, Never>?

    private let schedule: PollSchedule
    private let time: TimeSource
    private let random: RandomSource
    /// Whose readers are to be woken.
    private var written: [Mailbox<PollLetter>] = []

    private var waiters: [Int: PollWaiter] = [:]
    private var phase = Phase.resting
    private var last: PollLook?
    private var tick = Duration.zero

    /// What the last look failed with if the service wants no other for a while, until when, and when that is heeded no
    /// longer.
    private var refusal: (fault: PollFault, askedEnd: Duration, end: Duration)?

    init(number: Int, configuration: ParseClientConfiguration) {
        self.number = number
        self.schedule = configuration.polling
        self.time = configuration.time
        self.random = configuration.random
    }

    var isEmpty: Bool { waiters.isEmpty }
    var count: Int { waiters.count }

    var isResting: Bool {
        if case .resting = phase { true } else { false }
    }

    /// When the next look is due: never earlier than the service wants it.
    var due: Duration? {
        waiters.values.map(\.due).min().map { max($0, refusal?.end ?? $0) }
    }

    /// Takes a waiter in: it is told what was found within this tick, and wants a look at once where nothing was.
    mutating func join(_ waiter: PollWaiter) {
        var waiter = waiter
        if isResting, let refusal, refusal.end > time.now {
            written.append(waiter.mailbox)
            let fault = PollFault(error: refusal.fault.error, serverDelay: refusal.askedEnd - time.now)
            guard waiter.take(.failure(fault)) != nil else { return }
            waiter.wait(by: refusal.end - time.now)
        } else if isResting, let last, let look = current(last, for: waiter) {
            written.append(waiter.mailbox)
            guard let asked = waiter.take(.success(look)) else { return }
            let delay = max(schedule.delay(after: waiter.elapsed, random: random), asked)
            waiter.wait(by: max(asked, min(tick - time.now, delay)))
        }
        waiters[waiter.number] = waiter
    }

    /// Lets a waiter go that was cancelled.
    mutating func leave(_ number: Int) {
        guard let waiter = waiters.removeValue(forKey: number) else { return }
        written.append(waiter.mailbox)
        waiter.cancel()
    }

    /// Puts a look in line for its turn, unless whoever wanted it so early has left.
    mutating func queue() -> Bool {
        guard let due, due <= time.now else { return false }
        phase = .queueing
        return true
    }

    /// Begins a look for all who are there; it may take as long as the most patient of them waits.
    mutating func ask() -> Deadline {
        for number in waiters.keys { waiters[number]?.isAsked = true }
        let limit = waiters.values.map(\.allowance).max() ?? .never
        phase = .asking(since: time.now, limit: limit)
        return limit
    }

    /// Hands what was found to all whom it concerns, and sets their next look by one throw of the dice.
    mutating func take(_ look: Result<PollLook, PollFault>) {
        phase = .resting
        refusal = nil
        switch look {
        case .success(let found): last = found
        case .failure(let fault):
            if let asked = fault.serverDelay {
                refusal = (fault, time.now + asked, time.now + min(asked, schedule.maximumServerDelay))
            }
        }
        var goOn: [Int] = []
        var asked = Duration.zero
        for number in waiters.keys.sorted() where concerns(look, number) {
            if let mailbox = waiters[number]?.mailbox { written.append(mailbox) }
            if let serverDelay = waiters[number]?.take(look) {
                goOn.append(number)
                asked = max(asked, serverDelay)
            } else {
                waiters[number] = nil
            }
        }
        guard let elapsed = goOn.compactMap({ waiters[$0]?.elapsed }).min() else { return }
        let delay = max(schedule.delay(after: elapsed, random: random), asked)
        tick = time.now + delay
        for number in goOn { waiters[number]?.wait(by: delay) }
    }

    /// How long a waiter may stay before this is asked again; `nil` once it has gone, be it just now, as its time is over.
    ///
    /// The last look has its allowance however late its turn comes; then the waiter goes, and leaves it to the others.
    mutating func patience(of number: Int) -> Duration? {
        guard let waiter = waiters[number], let deadline = waiter.deadline.instant else { return nil }
        let allowance = schedule.lastPollAllowance
        var limit = deadline
        if deadline <= time.now {
            switch phase {
            case .resting, .queueing: limit = max(deadline, waiter.joined) + allowance
            case .asking(let since, let end):
                limit = max(deadline, max(since, waiter.joined) + allowance)
                // A request that ends by itself just then tells why.
                if let end = end.instant, end <= limit { limit += allowance }
            }
        }
        let left = limit - time.now
        guard left <= .zero else { return left }
        waiters[number] = nil
        written.append(waiter.mailbox)
        waiter.timeOut()
        return nil
    }

    /// Gives those whose readers are to be woken.
    mutating func takeWritten() -> [Mailbox<PollLetter>] {
        defer { written = [] }
        return written
    }

    /// What is known well enough for somebody who comes now.
    private func current(_ look: PollLook, for waiter: PollWaiter) -> PollLook? {
        let rest = look.at + min(look.serverDelay ?? .zero, schedule.maximumServerDelay) - time.now
        if rest > .zero { return PollLook(run: look.run, serverDelay: rest, at: look.at) }
        guard time.now - look.at < schedule.minimum, !waiter.deadline.isReached(on: time) else { return nil }
        return PollLook(run: look.run, serverDelay: nil, at: look.at)
    }

    private func concerns(_ look: Result<PollLook, PollFault>, _ number: Int) -> Bool {
        if case .success = look { true } else { waiters[number]?.isAsked == true }
    }
}
