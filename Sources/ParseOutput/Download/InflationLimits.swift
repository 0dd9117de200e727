/// How a document may grow when its encoding is undone.
///
/// A few kilobytes of gzip can hold gigabytes; these limits end such a download before it has grown.
public struct InflationLimits: Sendable, Hashable {
    /// The most bytes it may grow to.
    ///
    /// Default: 8 GiB.
    public var decodedBytes: Int64

    /// How many times as long it may become, once it is longer than ``graceBytes``.
    ///
    /// Default: 200.
    public var ratio: Int

    /// How long it may become whatever the ratio.
    ///
    /// Default: 1 MiB.
    public var graceBytes: Int64

    /// Sets the limits.
    ///
    /// - Parameters:
    ///   - decodedBytes: the most bytes it may grow to. Default: 8 GiB.
    ///   - ratio: how many times as long it may become. Default: 200.
    ///   - graceBytes: how long it may become whatever the ratio. Default: 1 MiB.
    public init(decodedBytes: Int64 = 8 << 30, ratio: Int = 200, graceBytes: Int64 = 1 << 20) {
        self.decodedBytes = decodedBytes
        self.ratio = ratio
        self.graceBytes = graceBytes
    }

    /// 8 GiB, and 200 times as long beyond 1 MiB.
    public static let standard = InflationLimits()
}

extension InflationLimits {
    /// The same in the decoder's terms.
    var stream: InflateLimits {
        InflateLimits(decodedBytes: decodedBytes, ratio: Int64(ratio), bytesBeforeRatio: graceBytes)
    }
}
