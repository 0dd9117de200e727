/// What a transport below ``RetryingTransport`` cannot see in the request: whose attempt it is, and until when.
///
/// It travels with the task, so that the transports in between need not know of it.
struct RetryAttempt: Sendable {
    /// The attempt that the current task belongs to; `nil` for a request that nobody repeats.
    @TaskLocal static var current: RetryAttempt?

    /// The call it belongs to.
    let call: CallID

    private let timeout: Deadline
    private let time: TimeSource

    init(of call: CallID, timeout: Deadline, on time: TimeSource) {
        self.call = call
        self.timeout = timeout
        self.time = time
    }

    /// Whether the time for one attempt is over: then its cancellation was a timeout.
    var hasTimedOut: Bool { timeout.isReached(on: time) }
}
