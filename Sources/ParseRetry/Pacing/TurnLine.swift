/// Who waits for a turn of a ``Turns``, and when the last turns were taken.
///
/// Only the first in line sleeps; everybody else is woken when it has had its turn or has left. As turns come at known
/// instants, whoever would get its own too late is told so when it comes, and when a pause becomes longer.
struct TurnLine {
    typealias Continuation = CheckedContinuation<Wake, Never>

    /// Why somebody who was parked is woken.
    enum Wake: Sendable {
        case isFirst
        case ended(TurnEnding)
    }

    /// What becomes of the first in line.
    enum Step {
        /// It has had its turn or none, and this one is the next to wake.
        case ended(TurnEnding, next: Continuation?)

        /// It has to wait so long.
        case wait(Duration)
    }

    private struct Place {
        let number: Int
        let joined: Duration
        let patience: TurnPatience
        /// `nil` while its task runs, as the first in line does.
        var continuation: Continuation?
    }

    /// The most turns from any instant to a ``period`` later.
    let turns: Int
    let period: Duration

    private(set) var pause: TurnPause?
    private var places: [Place] = []
    private var nextNumber = 0
    private var taken: [Duration] = []

    init(turns: Int, period: Duration) {
        self.turns = turns
        self.period = period
    }

    var count: Int { places.count }

    /// How many turns are remembered.
    var remembered: Int { taken.count }

    // MARK: Joining and leaving

    mutating func join(_ patience: TurnPatience, at now: Duration) -> Int {
        defer { nextNumber += 1 }
        places.append(Place(number: nextNumber, joined: now, patience: patience))
        return nextNumber
    }

    /// Keeps who is to be woken; says at once where there is nothing to wait for.
    mutating func park(_ continuation: Continuation, at number: Int, now: Duration) -> Wake? {
        guard let index = index(of: number) else { return .ended(.cancelled) }
        guard index > 0 else { return .isFirst }
        if let limit = places[index].patience.refusal(of: instant(of: index, at: now), behind: pause, at: now) {
            places.remove(at: index)
            return .ended(.refused(limit))
        }
        places[index].continuation = continuation
        return nil
    }

    /// Gives the first in line its turn, if there is one at this instant.
    mutating func step(_ number: Int, at now: Duration) -> Step {
        guard let first = places.first, first.number == number else { return .ended(.cancelled, next: nil) }
        // Also below the rate, as what is kept would grow with the rate and not with the turns of a period.
        if let oldest = taken.first, oldest + period <= now {
            taken.removeFirst(taken.firstIndex { $0 + period > now } ?? taken.count)
        }
        let instant = instant(of: 0, at: now)
        // A turn that is there at once is taken however little time is left.
        if max(instant, now) > first.joined, let limit = first.patience.refusal(of: instant, behind: pause, at: now) {
            places.removeFirst()
            return .ended(.refused(limit), next: wakeFirst())
        }
        guard instant <= now else { return .wait(instant - now) }
        taken.append(now)
        places.removeFirst()
        return .ended(.come(after: now - first.joined), next: wakeFirst())
    }

    /// Gives a place up; whoever was parked there is woken, and whoever has become the first.
    mutating func leave(_ number: Int) -> (own: Continuation?, next: Continuation?) {
        guard let index = index(of: number) else { return (nil, nil) }
        let own = places.remove(at: index).continuation
        return (own, index == 0 ? wakeFirst() : nil)
    }

    // MARK: Pauses

    /// Lets nobody have a turn for a while.
    ///
    /// - Returns: those for whom that is too long, who are not in line any more; the first finds out when it wakes.
    mutating func hold(_ other: TurnPause, at now: Duration?) -> [(Continuation, RetryLimit)] {
        pause = pause?.extended(by: other) ?? other
        var refused: [(Continuation, RetryLimit)] = []
        var kept: [Place] = []
        for place in places {
            let instant = instant(of: kept.count, at: now ?? other.end)
            if let continuation = place.continuation,
                let limit = place.patience.refusal(of: instant, behind: pause, at: now)
            {
                refused.append((continuation, limit))
            } else {
                kept.append(place)
            }
        }
        places = kept
        return refused
    }

    /// Whether nobody waits, and whoever came would have its turn at once.
    func isAtRest(at now: Duration) -> Bool {
        places.isEmpty && instant(of: 0, at: now) <= now
    }

    /// Why somebody would not wait for the turn that it would get some time from now.
    func refusal(of patience: TurnPatience, at now: Duration, after delay: Duration) -> RetryLimit? {
        let instant = isAtRest(at: now) ? now : instant(of: places.count, at: now)
        return patience.refusal(of: max(now + delay, instant), behind: pause, at: now)
    }

    /// When somebody in line has its turn, if all before it take theirs.
    private func instant(of index: Int, at now: Duration) -> Duration {
        let (round, place) = index.quotientAndRemainder(dividingBy: turns)
        let begin = max(now, pause?.end ?? now)
        let before = taken.count - turns + place
        let first = before >= 0 ? max(begin, taken[before] + period) : begin
        return first + period * round
    }

    private mutating func wakeFirst() -> Continuation? {
        guard !places.isEmpty else { return nil }
        defer { places[0].continuation = nil }
        return places[0].continuation
    }

    /// Numbers are given out in order, so that a place is found by halving.
    private func index(of number: Int) -> Int? {
        let index = places.firstIndex(behind: { $0.number < number })
        return index < places.count && places[index].number == number ? index : nil
    }
}
