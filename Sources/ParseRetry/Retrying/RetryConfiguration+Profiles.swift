/// The profiles: what a call is worth, as attempts and waits.
///
/// How many calls survive an outage that fails at once is in `Documentation/Retries.md`, for each of them.
extension RetryConfiguration {
    /// For somebody who is looking at the screen: three attempts within a quarter of a second.
    ///
    /// It rides out a hiccup of a tenth of a second, and no outage. A server that asks for more than five seconds ends
    /// the call at once.
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
    /// It rides out a tenth of a second nearly always, half a second sometimes.
    public static var standard: RetryConfiguration { RetryConfiguration() }

    /// For work that nobody waits for: six attempts, from half to the whole of waits that double from 100 milliseconds.
    ///
    /// It rides out a second always and two seconds nearly always. A server may ask for ten minutes.
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
    /// It rides out sixteen seconds always, and half a minute at best. A download begins the count anew whenever it has
    /// come on.
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
