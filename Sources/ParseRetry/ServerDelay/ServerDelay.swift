public import ParseTransport

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Reads how long a server asks its client to wait.
public enum ServerDelay {
    /// What a wait too long to count is read as: a billion seconds.
    public static let longest = Duration.seconds(1_000_000_000)

    /// Reads the first of these that says something readable.
    ///
    /// 1. `Retry-After-Ms`, `x-ms-retry-after-ms`, `x-amz-retry-after`: milliseconds.
    /// 2. `Retry-After`: seconds, or one of the three forms of an HTTP date.
    /// 3. `RateLimit`, where nothing is left of a quota: seconds until it is whole again.
    /// 4. `X-RateLimit-Reset`, where `X-RateLimit-Remaining` is 0, or missing from a `429`: seconds, or the time in
    ///    seconds or milliseconds since 1970.
    ///
    /// A date is measured against the response's own `Date`, so that a wrong local clock does no harm. Of a field that
    /// comes several times the longest wait counts.
    ///
    /// - Parameters:
    ///   - head: the response.
    ///   - date: the local date, used where the response has none.
    /// - Returns: the wait; zero for a date that has passed, `nil` where nothing readable was said.
    public static func read(from head: ResponseHead, date: Date) -> Duration? {
        let now = head.headers["Date"].flatMap { HTTPDate.parse($0, today: date) } ?? date
        return milliseconds(head) ?? retryAfter(head, now) ?? rateLimit(head) ?? reset(head, now)
    }

    private static func milliseconds(_ head: ResponseHead) -> Duration? {
        ["Retry-After-Ms", "x-ms-retry-after-ms", "x-amz-retry-after"].lazy
            .compactMap { head.headers.values(for: $0).compactMap { number($0) }.max() }
            .first.map { duration(seconds: $0 / 1000) }
    }

    private static func retryAfter(_ head: ResponseHead, _ now: Date) -> Duration? {
        head.headers.values(for: "Retry-After").compactMap { value in
            if let seconds = number(value) { return duration(seconds: seconds) }
            return HTTPDate.parse(value, today: now).map { duration(seconds: max(0, $0.timeIntervalSince(now))) }
        }.max()
    }

    private static func rateLimit(_ head: ResponseHead) -> Duration? {
        let values = head.headers.values(for: "RateLimit")
        guard !values.isEmpty else { return nil }
        return RateLimitField(values.joined(separator: ","))?.exhaustedFor.map { duration(seconds: Double($0)) }
    }

    private static func reset(_ head: ResponseHead, _ now: Date) -> Duration? {
        let remaining = head.headers["X-RateLimit-Remaining"].map { number($0) == 0 }
        guard remaining ?? (head.status == 429) else { return nil }
        return head.headers.values(for: "X-RateLimit-Reset").compactMap { value in
            number(value).map { number in
                // Some count from now and some from 1970; nobody asks for thirty years.
                let instant = number >= 1e12 ? number / 1000 : number
                let seconds = number >= 1e9 ? instant - now.timeIntervalSince1970 : number
                return duration(seconds: max(0, seconds))
            }
        }.max()
    }

    /// Plain decimals only: `Double` would also read `nan`, `inf`, signs and hexadecimal.
    private static func number(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) else { return nil }
        return Double(text)
    }

    private static func duration(seconds: Double) -> Duration {
        seconds < 1e9 ? .seconds(seconds) : longest
    }
}
