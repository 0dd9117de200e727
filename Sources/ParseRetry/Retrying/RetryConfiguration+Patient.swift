extension RetryConfiguration {
    /// For what would be costly to begin anew: ten attempts, from half to the whole of waits that double up to 10 seconds.
    ///
    /// It rides out an outage of a quarter of a minute whatever the jitter, of half a minute at best. A download begins the
    /// count anew whenever it has come on.
    public static var patient: RetryConfiguration {
        RetryConfiguration(
            policy: StandardRetryPolicy().limitingAttempts(to: 10),
            backoff: ExponentialBackoff(jitter: .equal)
        )
    }
}
