/// The pollings of a ``PollHub``.
struct PollHubState {
    var polls: [PollKey: SharedPoll] = [:]
    private var nextNumber = 0

    mutating func takeNumber() -> Int {
        defer { nextNumber += 1 }
        return nextNumber
    }

    /// Changes a polling, and ends it when nobody waits any more.
    ///
    /// - Returns: the change's value, `nil` where there is no such polling, and the task that has nothing left to do.
    mutating func change<Value>(
        _ key: PollKey,
        _ body: (inout SharedPoll) -> Value
    ) -> (value: Value?, idle: Task<Void, Never>?) {
        guard var poll = polls.removeValue(forKey: key) else { return (nil, nil) }
        let value = body(&poll)
        guard poll.isEmpty else {
            polls[key] = poll
            return (value, nil)
        }
        return (value, poll.task)
    }
}
