public import ParseModels

/// A run that somebody waited for: enough to find it again, also in another process.
///
/// It holds no secret and can be stored.
public struct RunHandle: Sendable, Hashable, Codable {
    /// The run's id: the field `id`.
    public let id: String

    /// How the run stood when it was last seen: the field `status`; `nil` if it was never seen.
    public let lastStatus: ParseRun.Status?

    /// Where the API is that knows the run.
    public let baseURL: String

    /// How long it was waited for, in seconds.
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
}
