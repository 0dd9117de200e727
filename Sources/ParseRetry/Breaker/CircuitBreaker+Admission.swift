extension CircuitBreaker {
    /// Whether a request may be sent.
    public enum Admission: Sendable, Hashable {
        /// It may; how it ended is to be recorded with the permit.
        case admitted(Permit)

        /// Not before an instant; `nil` where a probe is under way, after which it may be tried again.
        case refused(until: Duration?)
    }

    /// The leave to send one request.
    public struct Permit: Sendable, Hashable {
        let number: Int
        let turn: Int
        let call: CallID
    }
}
