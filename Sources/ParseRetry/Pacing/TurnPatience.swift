/// How long somebody is ready to wait for a turn.
struct TurnPatience: Sendable {
    /// When a turn is of no use any more; `nil` for never.
    var latest: Duration?

    /// The longest pause that it agrees to where a server asks for it; `nil` for any.
    var maximumServerDelay: Duration?

    static let endless = TurnPatience()

    init(latest: Duration? = nil, maximumServerDelay: Duration? = nil) {
        self.latest = latest
        self.maximumServerDelay = maximumServerDelay
    }

    /// Why it does not wait for a turn; `nil` if it does.
    ///
    /// - Parameters:
    ///   - instant: when the turn comes.
    ///   - pause: what it is waited for; `nil` where nobody holds the line.
    ///   - now: the reading; `nil` where only the instant counts.
    /// - Returns: the limit.
    func refusal(of instant: Duration, behind pause: TurnPause?, at now: Duration?) -> RetryLimit? {
        if let maximumServerDelay, let now, let asked = pause?.askedEnd, asked - now > maximumServerDelay {
            return .serverDelay
        }
        guard let latest, instant >= latest else { return nil }
        return .deadline
    }
}
