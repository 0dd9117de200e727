/// How many events fell into the last while, counted in slots so that it takes the same memory however many come.
///
/// The oldest slot leaves as a whole: `slots` of them hold the events of the last `slots - 1` to `slots` lengths. Counts
/// with the same length of slot keep and lose the same instants together.
struct SlidingCount: Sendable, Hashable {
    private struct Slot: Hashable {
        let number: Int64
        var events: Int
    }

    private let length: Duration
    private let limit: Int64
    private var slots: [Slot] = []

    /// Counts nothing yet.
    ///
    /// - Parameters:
    ///   - slots: how many slots are kept; at least one.
    ///   - length: the length of each.
    init(slots: Int, of length: Duration) {
        self.limit = Int64(max(1, slots))
        self.length = max(length, .nanoseconds(1))
    }

    /// Counts an event; one that comes with an earlier instant than the last counts for that.
    mutating func add(at instant: Duration) {
        let number = number(of: instant)
        dropSlots(before: number)
        if let last = slots.last, last.number >= number {
            slots[slots.count - 1].events += 1
        } else {
            slots.append(Slot(number: number, events: 1))
        }
    }

    /// The events of the last while.
    mutating func count(at instant: Duration) -> Int {
        dropSlots(before: number(of: instant))
        return slots.reduce(0) { $0 + $1.events }
    }

    mutating func removeAll() {
        slots = []
    }

    private mutating func dropSlots(before number: Int64) {
        guard let first = slots.first, first.number <= number - limit else { return }
        slots.removeAll { $0.number <= number - limit }
    }

    private func number(of instant: Duration) -> Int64 {
        // Any instant that a double cannot count is the same one for this purpose.
        Int64(min(9e18, max(0, (instant / length).rounded(.down))))
    }
}
