/// Hands out turns, so many in any second, in the order they were asked for.
///
/// Whoever has something to send waits for its ``turn()`` first. Turns that nobody takes are not saved up beyond one
/// second's worth.
///
/// ```swift
/// let rate = RequestRate(perSecond: 8)
/// try await rate.turn()
/// ```
public final class RequestRate: Sendable {
    /// The most turns in any second.
    public let perSecond: Int

    private let time: TimeSource
    private let line: Turns

    /// Sets a rate.
    ///
    /// - Parameters:
    ///   - perSecond: the most turns from any instant to a second later; fewer than one counts as one.
    ///   - time: where time comes from. Default: the system.
    public init(perSecond: Int, time: TimeSource = .system) {
        self.perSecond = max(1, perSecond)
        self.time = time
        self.line = Turns(self.perSecond, per: .seconds(1))
    }

    /// How many wait for their turn.
    public var waiting: Int { line.waiting }

    /// Waits for a turn, behind everybody who asked before.
    ///
    /// - Throws: `CancellationError` once the task is cancelled; its place is given up at once.
    public func turn() async throws(CancellationError) {
        guard case .come = await line.turn(on: time) else { throw CancellationError() }
    }
}
