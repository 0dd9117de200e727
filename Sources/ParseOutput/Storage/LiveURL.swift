import ParseModels

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A presigned URL and how long it still lives.
struct LiveURL: Sendable {
    /// The URL as the service gave it.
    let presigned: PresignedURL

    /// The same, checked.
    let url: URL

    /// When it was received.
    let received: Moment

    private let lifetime: PresignedLifetime

    init(_ presigned: PresignedURL, checked url: URL, received: Moment) {
        self.presigned = presigned
        self.url = url
        self.received = received
        self.lifetime = PresignedLifetime(of: presigned)
    }

    /// How long it still lives; negative once it does not.
    ///
    /// - Parameters:
    ///   - now: the present.
    ///   - skew: how far the storage host's clock is ahead of this one, once it is known. Until then a date in the query
    ///     counts only where nothing else is named: it might be this clock that is wrong.
    /// - Returns: the time left.
    func remaining(at now: Moment, skew: Duration?) -> Duration {
        let age = now.reading - received.reading
        var remaining = (lifetime.duration ?? PresignedLifetime.documented) - age
        if let end = lifetime.end, skew != nil || lifetime.duration == nil {
            let byDate = Duration.seconds(end.timeIntervalSince(now.date)) - (skew ?? .zero)
            remaining = lifetime.duration == nil ? byDate : min(remaining, byDate)
        }
        return remaining
    }
}
