/// The instant by which something must have ended, on a ``TimeSource``'s monotonic reading.
public struct Deadline: Sendable, Hashable, Comparable {
    /// The reading at which it is reached; `nil` for never.
    public let instant: Duration?

    /// Never reached.
    public static let never = Deadline(instant: nil)

    /// Sets a deadline at a reading.
    ///
    /// - Parameter instant: the reading at which it is reached; `nil` for never.
    package init(instant: Duration?) {
        self.instant = instant
    }

    /// Sets a deadline from now.
    ///
    /// - Parameters:
    ///   - duration: how long from now; `nil` for no deadline.
    ///   - time: whose reading it is set on.
    public init(after duration: Duration?, on time: TimeSource) {
        self.init(instant: duration.map { time.now + $0 })
    }

    /// How much time is left.
    ///
    /// - Parameter time: the time source the deadline was set on.
    /// - Returns: the time left, never negative; `nil` without a deadline.
    public func remaining(on time: TimeSource) -> Duration? {
        instant.map { max(.zero, $0 - time.now) }
    }

    /// Whether the deadline has come.
    ///
    /// - Parameter time: the time source the deadline was set on.
    /// - Returns: `true` once no time is left.
    public func isReached(on time: TimeSource) -> Bool {
        remaining(on: time) == .zero
    }

    /// Whether one deadline comes before another; never comes last.
    ///
    /// - Parameters:
    ///   - left: a deadline.
    ///   - right: another deadline on the same time source.
    /// - Returns: `true` if the left one comes first.
    public static func < (left: Deadline, right: Deadline) -> Bool {
        switch (left.instant, right.instant) {
        case (let left?, let right?): left < right
        case (.some, nil): true
        case (nil, _): false
        }
    }
}
