import Synchronization

/// Tells the attempts of one call from those of another.
public struct CallID: Sendable, Hashable {
    private static let made = Atomic<UInt64>(0)

    private let number: UInt64

    /// Makes an id that no other call of this process has.
    public init() {
        self.number = Self.made.wrappingAdd(1, ordering: .relaxed).newValue
    }
}
