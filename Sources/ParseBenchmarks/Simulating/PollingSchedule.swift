import ParseRetry

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A way to space the looks at a run; the first look is at once in all of them.
enum PollingSchedule: String, CaseIterable, Codable {
    /// What this package does: ``PollSchedule/standard`` itself.
    case ours = "this package"

    /// The helpers of the vendor's SDKs: every second for half a minute, then 15 % longer each time, up to 30 seconds;
    /// a quarter to either side.
    case vendor = "vendor SDKs"

    /// The waiters of AWS: doubling from 2 to 120 seconds, and any time between 2 seconds and that.
    case waiter = "AWS waiter"

    /// Gives the wait before the next look.
    ///
    /// - Parameters:
    ///   - elapsed: the time since the first look.
    ///   - looks: how many looks there were.
    ///   - random: where jitter comes from.
    /// - Returns: the wait.
    func delay(after elapsed: Duration, looks: Int, random: ParseRetry.RandomSource) -> Duration {
        switch self {
        case .ours: PollSchedule.standard.delay(after: elapsed, random: random)
        case .vendor: .seconds(Self.vendorSeconds(after: elapsed / .seconds(1)) * random.number(in: 0.75...1.25))
        case .waiter: .seconds(random.number(in: 2...min(120, 2 * exp2(Double(looks - 1)))))
        }
    }

    /// The step is reckoned from the time in the slow phase: the one that would be on its way by then.
    private static func vendorSeconds(after elapsed: Double) -> Double {
        guard elapsed >= 30 else { return 1 }
        let step = (log((elapsed - 30) * 0.15 + 1) / log(1.15)).rounded(.down)
        return min(30, pow(1.15, step))
    }
}
