extension CircuitBreaker {
    /// Whether requests pass.
    public enum State: Sendable, Hashable {
        /// All pass.
        case closed

        /// None passes before an instant on the time source's reading.
        case open(until: Duration)

        /// One passes at a time, to see how the service is.
        case halfOpen
    }
}
