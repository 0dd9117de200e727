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

    /// How many requests one download may send.
    ///
    /// Default: 1,000. Those for each ``windowBytes`` of the document come on top where it is fetched by windows.
    public var maximumOpens: Int

    /// How long a download may take in all, waits and the reader's own time included; `nil` for no such limit.
    ///
    /// Default: `nil`, since a reader may take its time. What is tried in vain is limited without it.
    public var timeout: Duration?

    /// How long the head of an answer may take, beyond what a connection may take to be made (``timeouts``).
    ///
    /// Default: 30 seconds. A transport that watches for silence may give up earlier, after ``timeouts``' `idle`.
    public var firstByteTimeout: Duration

    /// The fewest bytes a second that a body may come at, over ``throughputPeriod``; less is taken for a stall.
    ///
    /// Default: 1,024. Only time in which the reader waits counts; 0 takes nothing for a stall but silence.
    public var minimumThroughput: Int

    /// How long the throughput is watched before it is judged.
    ///
    /// Default: 20 seconds.
    public var throughputPeriod: Duration

    /// How long a reader may pause before its connection is let go; what follows is then asked for anew.
    ///
    /// Default: 60 seconds. Less than a second is taken for a second.
    public var pauseLimit: Duration

    /// What must prove that a part belongs to the document.
    ///
    /// Default: ``ResumeValidation/strict``.
    public var validation: ResumeValidation

    /// How many bytes may be read again and compared, to get behind them where ranges do not help.
    ///
    /// Default: 256 MiB.
    public var rereadLimit: Int64

    /// How many bytes are asked for at a time over a transport that does not hold its peer back; two such windows are
    /// in memory at most.
    ///
    /// Default: 4 MiB. Less than 64 KiB is taken for 64 KiB.
    public var windowBytes: Int

    /// The longest document that is taken whole over such a transport, where a storage host ignores ranges.
    ///
    /// Default: 64 MiB.
    public var bufferedBytes: Int

    /// How a document may grow when its encoding is undone here.
    ///
    /// Default: ``InflationLimits/standard``.
    public var inflation: InflationLimits

    /// How often a document that has changed is begun anew, where nothing of the old one was handed to anybody yet:
    /// when it is collected or saved.
    ///
    /// Default: 2.
    public var maximumRestarts: Int

    /// Which URLs may be fetched from.
    ///
    /// Default: ``StoragePolicy/standard``.
    public var storage: StoragePolicy

    /// How long the storage host may stay silent.
    ///
    /// Default: ``/ParseTransport/TransportTimeouts/standard``.
    public var timeouts: TransportTimeouts

    /// The `User-Agent` sent to the storage host.
    ///
    /// Default: `swift-extend-parse`.
    public var userAgent: String

    /// Sets the limits and rules that are set most; the others begin with their defaults, see ``with(_:)``.
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
        self.maximumOpens = 1_000
        self.timeout = nil
        self.firstByteTimeout = .seconds(30)
        self.minimumThroughput = 1_024
        self.throughputPeriod = .seconds(20)
        self.pauseLimit = .seconds(60)
        self.validation = .strict
        self.rereadLimit = 256 << 20
        self.windowBytes = 4 << 20
        self.bufferedBytes = 64 << 20
        self.inflation = .standard
        self.maximumRestarts = 2
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
