public import ParseTransport

/// The limits and rules of a download.
public struct DownloadConfiguration: Sendable, Hashable {
    /// The longest document that is fetched, in bytes.
    ///
    /// Default: 4 GiB.
    public var maximumBytes: Int64

    /// The most bytes of an error answer that are read.
    ///
    /// Default: 64 KiB.
    public var errorBodyLimit: Int

    /// How often a new URL is asked for when one is refused as expired, without a byte of progress.
    ///
    /// Default: 3.
    public var maximumRefreshes: Int

    /// Which URLs may be fetched from.
    ///
    /// Default: ``StoragePolicy/standard``.
    public var storage: StoragePolicy

    /// How long the storage host may stay silent.
    ///
    /// Default: ``TransportTimeouts/standard``.
    public var timeouts: TransportTimeouts

    /// The `User-Agent` sent to the storage host.
    ///
    /// Default: `swift-extend-parse`.
    public var userAgent: String

    /// Sets limits and rules.
    ///
    /// - Parameters:
    ///   - maximumBytes: the longest document. Default: 4 GiB.
    ///   - errorBodyLimit: the most bytes read of an error answer. Default: 65,536.
    ///   - maximumRefreshes: how often a new URL is asked for. Default: 3.
    ///   - storage: which URLs may be fetched from. Default: public names over `https`.
    ///   - timeouts: how long the host may stay silent. Default: the standard ones.
    ///   - userAgent: the `User-Agent` sent. Default: `swift-extend-parse`.
    public init(
        maximumBytes: Int64 = 4 << 30,
        errorBodyLimit: Int = 65_536,
        maximumRefreshes: Int = 3,
        storage: StoragePolicy = .standard,
        timeouts: TransportTimeouts = .standard,
        userAgent: String = "swift-extend-parse"
    ) {
        self.maximumBytes = maximumBytes
        self.errorBodyLimit = errorBodyLimit
        self.maximumRefreshes = maximumRefreshes
        self.storage = storage
        self.timeouts = timeouts
        self.userAgent = userAgent
    }

    /// Copies the configuration and changes the copy.
    ///
    /// - Parameter change: what to change.
    /// - Returns: the changed copy.
    public func with(_ change: (inout DownloadConfiguration) -> Void) -> DownloadConfiguration {
        var copy = self
        change(&copy)
        return copy
    }
}
