import ParseRetry

/// How many calls of one profile survive an outage of one length.
struct OutageFigure: Codable {
    let profile: RetryProfile
    let outageSeconds: Double

    /// From 0 to 1.
    let survival: Double
    let outcome: Outcome

    /// Whether chance has a word in it.
    enum Outcome: String, Codable {
        case always
        case sometimes
        case never
    }

    /// Makes the calls.
    static func measured(_ profile: RetryProfile, outage seconds: Double) async -> OutageFigure {
        let forecast = await profile.configuration.explain(outage: .seconds(seconds))
        let outcome: Outcome =
            switch forecast.outcome {
            case .survives: .always
            case .maySurvive: .sometimes
            case .fails: .never
            }
        return OutageFigure(
            profile: profile,
            outageSeconds: seconds,
            survival: forecast.survival,
            outcome: outcome
        )
    }

    /// The share, and whether it is sure.
    var text: String {
        switch outcome {
        case .always: "always"
        case .never: "never"
        case .sometimes where survival < 0.001: "< 0.1 %"
        case .sometimes where survival >= 0.9995: "> 99.9 %"
        case .sometimes: Quantity.number(survival * 100, digits: 1) + " %"
        }
    }
}
