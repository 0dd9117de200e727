public import ParseOutput
public import ParseRetry
public import ParseTransport

/// Everything a ``ParseClient`` can be told, with defaults that need no telling.
///
/// ```swift
/// let configuration = try ParseClientConfiguration().with {
///     $0.baseURL = try BaseURL(.eu1)
///     $0.workspaceID = "ws_1"
/// }
/// ```
public struct ParseClientConfiguration: Sendable {
    /// Where the API is.
    ///
    /// Default: the first production region.
    public var baseURL: BaseURL = .us1

    /// The workspace to act in: the header `x-extend-workspace-id`, needed with an organization's key.
    ///
    /// Default: none.
    public var workspaceID: String?

    /// The version of the API: the header `x-extend-api-version`.
    ///
    /// Default: `2026-02-09`, the one this client is made for.
    public var apiVersion = "2026-02-09"

    /// Put before this client's own name in the `User-Agent`, such as `MyApp/2.1`.
    ///
    /// Default: nothing.
    public var applicationName: String?

    /// The longest time one call may take, attempts and waits included.
    ///
    /// Default: 120 seconds.
    public var callTimeout: Duration = .seconds(120)

    /// How long the API may stay silent.
    ///
    /// Default: ``/ParseTransport/TransportTimeouts/standard``.
    public var timeouts: TransportTimeouts = .standard

    /// How calls of the API are repeated; what the error bodies say is read by the client itself.
    ///
    /// Default: the standard policies, and one budget for all clients made with this value.
    public var retry = RetryConfiguration()

    /// How requests to the storage host are repeated.
    ///
    /// Default: `RetryConfiguration.patient`, ten attempts without progress, with a budget apart from the API's.
    public var storageRetry = RetryConfiguration.patient

    /// When to ask how a run stands while waiting for it.
    ///
    /// Default: ``/ParseRetry/PollSchedule/standard``.
    public var polling: PollSchedule = .standard

    /// The most looks a second at the runs that a client waits for, all of them together; `nil` for no limit.
    ///
    /// What it leaves of the service's own limit is for other calls and other processes.
    ///
    /// Default: 8.
    public var pollRate: Int? = 8

    /// The limits and rules of downloads.
    ///
    /// Default: 4 GiB, from public names over `https`.
    public var download = DownloadConfiguration()

    /// The limits of decoding.
    ///
    /// Default: ``/ParseOutput/DecodingLimits/standard``.
    public var decoding: DecodingLimits = .standard

    /// How much of an answer is taken into memory.
    ///
    /// Default: ``ClientLimits/standard``.
    public var limits: ClientLimits = .standard

    /// Is told what the client does: each attempt, wait, refresh and look at a run.
    ///
    /// Default: nobody is.
    public var observer: (any ClientObserver)?

    /// Where time comes from.
    ///
    /// Default: the system.
    public var time: TimeSource = .system

    /// Where jitter comes from.
    ///
    /// Default: the system.
    public var random: RandomSource = .system

    /// Makes a configuration of defaults.
    public init() {}

    /// Copies the configuration and changes the copy.
    ///
    /// - Parameter change: what to change.
    /// - Returns: the changed copy.
    /// - Throws: whatever the change throws.
    public func with<Failure: Error>(
        _ change: (inout ParseClientConfiguration) throws(Failure) -> Void
    ) throws(Failure) -> ParseClientConfiguration {
        var copy = self
        try change(&copy)
        return copy
    }

    /// The whole `User-Agent`.
    var userAgent: String {
        let own = "swift-extend-parse/\(Self.version)"
        return applicationName.map { "\($0) \(own)" } ?? own
    }

    /// The version of this package.
    static let version = "0.1.0"
}
