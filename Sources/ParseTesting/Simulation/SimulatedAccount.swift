/// What a ``SimulatedParseAPI`` was asked and what it gave: the same in every run of a test.
public struct SimulatedAccount: Sendable, Hashable, CustomStringConvertible {
    /// What was asked and given for one run.
    public struct Run: Sendable, Hashable {
        /// How often the API was asked for it.
        public internal(set) var calls = 0

        /// How often the storage was asked for its output.
        public internal(set) var downloads = 0

        /// How many bytes of answers were read that are about it, from either host.
        public internal(set) var bytes = 0
    }

    /// A fault that struck.
    public struct Strike: Sendable, Hashable, CustomStringConvertible {
        /// The fault in a few words.
        public let fault: String

        /// The host it struck at.
        public let host: SimulatedHost

        /// Which request to that host it struck, from 1.
        public let number: Int

        /// The fault and the request.
        public var description: String { "\(fault) at \(host.request) \(number)" }
    }

    /// How often the API was called.
    public internal(set) var calls = 0

    /// How often the storage was asked.
    public internal(set) var downloads = 0

    /// How many bytes of answers were read, from either host.
    public internal(set) var bytes = 0

    /// How many calls were refused because the scenario limits their rate.
    public internal(set) var refusedCalls = 0

    /// The same, run by run; those nobody asked for are not among them.
    public internal(set) var runs: [String: Run] = [:]

    /// The faults that struck, in order.
    public internal(set) var strikes: [Strike] = []

    /// What a correct client would not have asked, in order.
    public internal(set) var surprises: [SimulationProblem] = []

    /// The sums in one line.
    public var description: String {
        "\(calls) calls, \(downloads) downloads, \(bytes) bytes, \(strikes.count) faults, \(surprises.count) surprises"
    }
}
