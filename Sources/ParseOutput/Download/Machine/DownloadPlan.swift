import ParseRetry
import ParseTransport

/// The rules that a download goes by.
struct DownloadPlan: Sendable {
    /// Limits and rules.
    let configuration: DownloadConfiguration

    /// Whether a failure is worth another attempt.
    let policy: any RetryPolicy

    /// How many bytes are asked for at a time; `nil` for all of them, where the transport holds its peer back.
    let window: Int64?

    /// Whether the transport undoes encodings by itself.
    let isDecompressed: Bool

    init(_ configuration: DownloadConfiguration, policy: any RetryPolicy, capabilities: TransportCapabilities) {
        self.configuration = configuration
        self.policy = policy
        // No offset has more than 18 digits, so that the end of a window is a number too.
        let window = min(max(65_536, Int64(configuration.windowBytes)), 1 << 60)
        self.window = capabilities.streamsWithBackpressure ? nil : window
        self.isDecompressed = capabilities.decompressesBodies
    }

    /// How many bytes before a seam are read again.
    static let overlap: Int64 = 4_096

    /// How much must have arrived for the failures before it to count no longer.
    static func progress(of length: Int64?) -> Int64 {
        max(262_144, (length ?? 0) / 200)
    }

    /// A URL that lives no longer than this is replaced before it is used again.
    static let refreshMargin = Duration.seconds(30)

    /// New URLs are asked for no more often than this.
    static let refreshSpacing = Duration.seconds(1)

    /// The longest wait for a URL to become valid.
    static let longestSkew = Duration.seconds(30)
}
