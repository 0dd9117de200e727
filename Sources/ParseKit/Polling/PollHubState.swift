/// The pollings of a ``PollHub``.
struct PollHubState {
    var polls: [PollKey: SharedPoll] = [:]
    private var nextNumber = 0

    /// What is left to do when the lock is open again: it touches tasks whose cancellation may be waiting for the lock.
    struct Rest {
        var written: [Mailbox<PollLetter>] = []
        var idle: Task<Void, Never>?

        func run() {
            for mailbox in written { mailbox.wake() }
            idle?.cancel()
        }
    }

    mutating func takeNumber() -> Int {
        defer { nextNumber += 1 }
        return nextNumber
    }

    /// Changes a polling, and ends it when nobody waits any more.
    ///
    /// - Returns: the change's value, `nil` where there is no such polling, and what is left to do.
    mutating func change<Value>(
        _ key: PollKey,
        _ body: (inout SharedPoll) -> Value
    ) -> (value: Value?, rest: Rest) {
        guard var poll = polls.removeValue(forKey: key) else { return (nil, Rest()) }
        let value = body(&poll)
        let written = poll.takeWritten()
        guard poll.isEmpty else {
            polls[key] = poll
            return (value, Rest(written: written))
        }
        return (value, Rest(written: written, idle: poll.task))
    }
}
