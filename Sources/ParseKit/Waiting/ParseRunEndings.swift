import Synchronization

/// The endings of many runs as an asynchronous sequence, in the order they end.
///
/// Nothing happens before the first ending is asked for. It can be read once: a second pass has nothing. Leaving the loop
/// or cancelling its task ends all waits at once.
public struct ParseRunEndings: AsyncSequence, Sendable {
    /// A run's id and how it ended.
    public typealias Element = ParseRunEnding

    /// The sequence itself does not fail: each ending has its own error.
    public typealias Failure = Never

    private let pass: Pass

    init(onUpdate: @escaping @Sendable (ParseRunUpdate) -> Void, prepare: @escaping @Sendable () -> RunWaits) {
        self.pass = Pass(Plan(prepare: prepare, onUpdate: onUpdate))
    }

    /// Starts the pass.
    ///
    /// - Returns: an iterator; one that is made later gives nothing.
    public func makeAsyncIterator() -> Iterator {
        Iterator(pass.plan.withLock { $0.take() })
    }

    /// What is done once the first ending is asked for.
    struct Plan: Sendable {
        let prepare: @Sendable () -> RunWaits
        let onUpdate: @Sendable (ParseRunUpdate) -> Void
    }

    /// The one pass, until it is begun.
    private final class Pass: Sendable {
        let plan: Mutex<Plan?>

        init(_ plan: Plan) {
            self.plan = Mutex(plan)
        }
    }
}
