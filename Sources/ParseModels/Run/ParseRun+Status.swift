extension ParseRun {
    /// How a run stands: the field `status`.
    public struct Status: OpenWireValue {
        /// The value as sent.
        public let rawValue: String

        /// Takes the value as sent.
        ///
        /// - Parameter rawValue: the value on the wire.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// `PENDING`: accepted and not begun; only runs of a batch.
        public static let pending = Status(rawValue: "PENDING")

        /// `PROCESSING`: being worked on.
        public static let processing = Status(rawValue: "PROCESSING")

        /// `PROCESSED`: done; the output can be fetched.
        public static let processed = Status(rawValue: "PROCESSED")

        /// `FAILED`: ended without output; see the failure reason.
        public static let failed = Status(rawValue: "FAILED")

        /// `CANCELLED`: ended because somebody cancelled it.
        public static let cancelled = Status(rawValue: "CANCELLED")

        /// `CANCELLING`: about to be cancelled.
        public static let cancelling = Status(rawValue: "CANCELLING")

        /// Whether the run has ended, and will stand like this for ever.
        ///
        /// A status that this version does not know counts as not ended: a wait goes on until its own deadline.
        public var isTerminal: Bool {
            self == .processed || self == .failed || self == .cancelled
        }
    }
}
