import ParseRetry

/// What a profile does where the service does not come back.
struct ProfileFigure: Codable {
    let profile: RetryProfile
    let attempts: Int

    /// When the last attempt ends, where chance makes every wait as short as it may be.
    let shortestSeconds: Double

    /// When the last attempt ends, where chance makes every wait as long as it may be.
    let longestSeconds: Double

    /// Makes the calls.
    static func measured(_ profile: RetryProfile) async -> ProfileFigure {
        let forecast = await profile.configuration.explain(outage: .seconds(86_400))
        return ProfileFigure(
            profile: profile,
            attempts: forecast.longest.count,
            shortestSeconds: (forecast.shortest.last?.end ?? .zero) / .seconds(1),
            longestSeconds: (forecast.longest.last?.end ?? .zero) / .seconds(1)
        )
    }
}
