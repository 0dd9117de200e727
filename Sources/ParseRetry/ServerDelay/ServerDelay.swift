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

    /// Reads `retry-after-ms`, else `Retry-After` in seconds or as one of the three forms of an HTTP date.
    ///
    /// A date is measured against the response's own `Date`, so that a wrong local clock does no harm.
    ///
    /// - Parameters:
    ///   - head: the response.
    ///   - date: the local date, used where the response has none.
    /// - Returns: the wait; zero for a date that has passed, `nil` where nothing readable was said.
    public static func read(from head: ResponseHead, date: Date) -> Duration? {
        let milliseconds = head.headers.values(for: "Retry-After-Ms").compactMap { number($0) }
        if let longest = milliseconds.max() { return duration(seconds: longest / 1000) }
        let serverDate = head.headers["Date"].flatMap { HTTPDate.parse($0, today: date) } ?? date
        return head.headers.values(for: "Retry-After").compactMap { value in
            if let seconds = number(value) { return duration(seconds: seconds) }
            return HTTPDate.parse(value, today: serverDate).map {
                duration(seconds: max(0, $0.timeIntervalSince(serverDate)))
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
