/// What ended a series of attempts that might still have passed, open to limits added later.
public struct RetryLimit: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// The limit's name.
    public let rawValue: String

    /// Makes a limit of its name.
    ///
    /// - Parameter rawValue: the name, in lower camel case.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The limit's name.
    public var description: String { rawValue }

    /// As many attempts as the policy allows were made.
    public static let attempts = RetryLimit(rawValue: "attempts")

    /// As much time as the policy allows has passed.
    public static let elapsedTime = RetryLimit(rawValue: "elapsedTime")

    /// The caller's deadline leaves no room for the wait before the next attempt.
    public static let deadline = RetryLimit(rawValue: "deadline")

    /// The client's retry budget for this origin is spent: the service is in trouble, not this request.
    public static let budget = RetryLimit(rawValue: "budget")

    /// The server asked for a longer wait than the client agrees to.
    public static let serverDelay = RetryLimit(rawValue: "serverDelay")
}
