import ParseRetry

/// How long an open body may be silent, slow, or not asked for.
struct BodyTimers: Sendable {
    /// The longest silence while the reader waits.
    let idle: Duration

    /// The longest pause of the reader.
    let pause: Duration

    /// When the download must have ended.
    let deadline: Deadline

    /// How long it may be until timers are looked at again, so that none that begins meanwhile runs out before.
    ///
    /// - Parameters:
    ///   - wait: how long none of those runs out that run now.
    ///   - now: the present.
    /// - Returns: how long it may be.
    func untilNextLook(_ wait: Duration, at now: Duration) -> Duration {
        var wait = min(wait, idle, pause)
        if let instant = deadline.instant, instant > now { wait = min(wait, instant - now) }
        return max(.milliseconds(1), wait)
    }
}
