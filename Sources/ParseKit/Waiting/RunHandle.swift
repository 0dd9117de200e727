public import ParseModels

/// A run that somebody waited for: enough to find it again, also in another process.
///
/// It holds no secret and can be stored; ``ParseClient/waitForParseRun(resuming:responseType:timeout:onUpdate:)`` goes on.
public struct RunHandle: Sendable, Hashable, Codable {
    /// The run's id: the field `id`.
    public let id: String

    /// How the run stood when it was last seen: the field `status`; `nil` if it was never seen.
    public let lastStatus: ParseRun.Status?

    /// Where the API is that knows the run.
    public let baseURL: String

    /// How long it was waited for, in seconds, in all processes together.
    public let secondsWaited: Double

    /// Makes a handle.
    ///
    /// - Parameters:
    ///   - id: the run's id.
    ///   - lastStatus: how it stood last. Default: never seen.
    ///   - baseURL: where the API is.
    ///   - secondsWaited: how long it was waited for. Default: 0.
    public init(id: String, lastStatus: ParseRun.Status? = nil, baseURL: String, secondsWaited: Double = 0) {
        self.id = id
        self.lastStatus = lastStatus
        self.baseURL = baseURL
        self.secondsWaited = secondsWaited
    }

    /// The time waited; what was stored is not trusted to be a number that a schedule can count with.
    var waited: Duration {
        // In this order what is not a number counts as 0.
        .seconds(min(Self.longest, max(0, secondsWaited)))
    }

    /// Thirty years.
    private static let longest = 1e9
}
