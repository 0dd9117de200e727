/// The profiles: what a call is worth, as attempts and waits.
///
/// How many calls survive an outage that fails at once is in `Documentation/Retries.md`, for each of them.
extension RetryConfiguration {
    /// For somebody who is looking at the screen: three attempts within 150 milliseconds.
    ///
    /// It rides out a twentieth of a second three times of four, a tenth of a second once of four, and no outage. A server
    /// that asks for more than five seconds ends the call at once.
    public static var interactive: RetryConfiguration {
        RetryConfiguration(
            policy: StandardRetryPolicy().limitingAttempts(to: 3),
            backoff: ExponentialBackoff(transientBase: .milliseconds(50), throttledBase: .milliseconds(500)),
            attemptTimeout: .seconds(20),
            maximumServerDelay: .seconds(5)
        )
    }

    /// For most calls, and what a client begins with: four attempts within seven tenths of a second.
    ///
    /// It rides out a tenth of a second nearly always, a fifth six times of seven, half a second seldom.
    public static var standard: RetryConfiguration { RetryConfiguration() }

    /// For work that nobody waits for: six attempts, from half to the whole of waits that double from 100 milliseconds.
    ///
    /// It rides out a second and a half always, two seconds seven times of eight, and never more than three. A server may
    /// ask for ten minutes.
    public static var batch: RetryConfiguration {
        RetryConfiguration(
            policy: StandardRetryPolicy().limitingAttempts(to: 6),
            backoff: ExponentialBackoff(jitter: .equal),
            maximumServerDelay: .seconds(600)
        )
    }

    /// For what would be costly to begin anew, and what downloads begin with: ten attempts, from half to the whole of
    /// waits that double up to 10 seconds.
    ///
    /// It rides out sixteen seconds always, twenty nearly always, and half a minute hardly ever. A download begins the
    /// count anew whenever it has come on.
    public static var patient: RetryConfiguration {
        RetryConfiguration(
            policy: StandardRetryPolicy().limitingAttempts(to: 10),
            backoff: ExponentialBackoff(jitter: .equal)
        )
    }

    /// For those who try again themselves: one attempt.
    public static var none: RetryConfiguration {
        RetryConfiguration(policy: StandardRetryPolicy().limitingAttempts(to: 1))
    }
}
