import ParseRetry
import Synchronization

/// Looks at the runs that a client's waiters wait for: however many wait for one, it is one request a tick.
///
/// Each run has a task of its own, which ends with the last waiter; no waiter's cancellation reaches the others.
final class PollHub: Sendable {
    /// Somebody's place among the waiters.
    struct Seat: Sendable {
        let key: PollKey
        let number: Int
    }

    /// What all looks have to wait for; `nil` for no limit.
    let rate: RequestRate?

    private let session: APISession
    private let state = Mutex(PollHubState())

    init(session: APISession) {
        self.session = session
        let time = session.configuration.time
        self.rate = session.configuration.pollRate.map { RequestRate(perSecond: $0, time: time) }
    }

    var time: TimeSource { session.configuration.time }

    /// How many runs are looked at.
    var runs: Int { state.withLock { $0.polls.count } }

    /// How many wait for them.
    var waiters: Int { state.withLock { $0.polls.values.reduce(0) { $0 + $1.count } } }

    /// Takes a waiter in; all that it is to know comes by letter.
    func join(_ wait: RunWait, at endpoint: Endpoint, mailbox: Mailbox<PollLetter>) -> Seat {
        let key = PollKey(id: wait.id, responseType: wait.responseType)
        let configuration = session.configuration
        let (seat, rest) = state.withLock { state in
            let number = state.takeNumber()
            var poll = state.polls[key] ?? SharedPoll(number: number, configuration: configuration)
            let due = poll.due
            poll.join(PollWaiter(wait, number: number, mailbox: mailbox, configuration: configuration))
            let outrun = poll.task
            let isEarlier = poll.isResting && (due.map { due in poll.due.map { $0 < due } ?? false } ?? !poll.isEmpty)
            if isEarlier {
                poll.number = number
                poll.task = Task { [self] in await look(after: key, number: number, at: endpoint) }
            }
            let written = poll.takeWritten()
            state.polls[key] = poll.isEmpty ? nil : poll
            return (
                Seat(key: key, number: number), PollHubState.Rest(written: written, idle: isEarlier ? outrun : nil)
            )
        }
        rest.run()
        return seat
    }

    /// Lets waiters go that were cancelled.
    func leave(_ seats: [Seat]) {
        let rests = state.withLock { state in
            seats.map { seat in state.change(seat.key) { $0.leave(seat.number) }.rest }
        }
        for rest in rests { rest.run() }
    }

    /// Sees to it that a waiter goes when its time is over, also while others still wait for an answer or a turn.
    func watch(_ seat: Seat, _ first: PollAlarm) async {
        var alarm = first.take()
        do {
            while true {
                try await alarm?()
                guard let patience = patience(of: seat) else { return }
                alarm = time.alarm(after: patience)
            }
        } catch {}
    }

    private func patience(of seat: Seat) -> Duration? {
        let (patience, rest) = state.withLock { $0.change(seat.key) { $0.patience(of: seat.number) } }
        rest.run()
        return patience ?? nil
    }

    /// Looks at one run until nobody waits for it, or until somebody came who does not want to wait as long.
    private func look(after key: PollKey, number: Int, at endpoint: Endpoint) async {
        while let due = change(key, number, { $0.due }) ?? nil {
            do {
                try await time.sleep(for: due - time.now)
                guard let isDue = change(key, number, { $0.queue() }) else { return }
                guard isDue else { continue }
                try await rate?.turn()
            } catch {
                return
            }
            guard let limit = change(key, number, { $0.ask() }) else { return }
            let look = await ask(endpoint, before: limit)
            _ = change(key, number) { $0.take(look) }
        }
    }

    private func ask(_ endpoint: Endpoint, before limit: Deadline) async -> Result<PollLook, PollFault> {
        do throws(ParseError) {
            let answer = try await session.call(endpoint, before: limit)
            let run = try answer.run()
            session.configuration.observer?.observe(
                ClientEvent(
                    operation: .waitForParseRun, runID: endpoint.runID, kind: .poll(run.status), date: time.date))
            return .success(PollLook(run: run, serverDelay: answer.serverDelay, at: time.now))
        } catch {
            // Also where it was another call that was asked to wait.
            let delays = [error.retryAfter, pause].compactMap(\.self)
            return .failure(PollFault(error: error, serverDelay: delays.max()))
        }
    }

    /// How long the service wants no request at all.
    private var pause: Duration? {
        session.configuration.retry.pacer?.pause(of: session.configuration.baseURL.origin, at: time.now)
    }

    /// Changes a polling; `nil` if it is over, or another task's by now.
    private func change<Value: Sendable>(
        _ key: PollKey,
        _ number: Int,
        _ body: (inout SharedPoll) -> Value
    ) -> Value? {
        let (value, rest) = state.withLock { state in
            guard state.polls[key]?.number == number else { return (nil as Value?, PollHubState.Rest()) }
            return state.change(key, body)
        }
        // The task that ends with this is the caller's own.
        for mailbox in rest.written { mailbox.wake() }
        return value
    }
}
