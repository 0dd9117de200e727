/// Who waits for a turn of a ``RequestRate``, and when the last turns were taken.
///
/// Only the first in line sleeps; everybody else is woken when it has had its turn or has left.
struct TurnLine {
    typealias Continuation = CheckedContinuation<Void, any Error>

    /// What becomes of the first in line.
    enum Step {
        /// It has had its turn, and this one is the next to wake.
        case turn(next: Continuation?)

        /// Too many turns were taken in the last second.
        case pause(Duration)
    }

    private struct Place {
        let number: Int
        /// `nil` while its task runs, as the first in line does.
        var continuation: Continuation?
    }

    private static let window = Duration.seconds(1)

    private var places: [Place] = []
    private var nextNumber = 0
    private var taken: [Duration] = []

    var count: Int { places.count }

    /// How many turns are remembered.
    var remembered: Int { taken.count }

    mutating func join() -> Int {
        defer { nextNumber += 1 }
        places.append(Place(number: nextNumber))
        return nextNumber
    }

    func isFirst(_ number: Int) -> Bool {
        places.first?.number == number
    }

    /// Keeps who is to be woken; says at once where there is nothing to wait for.
    mutating func park(_ continuation: Continuation, at number: Int) -> Result<Void, any Error>? {
        guard let index = index(of: number) else { return .failure(CancellationError()) }
        guard index > 0 else { return .success(()) }
        places[index].continuation = continuation
        return nil
    }

    /// Gives the first in line its turn, if there is one at this instant.
    mutating func step(at now: Duration, perSecond: Int) -> Step {
        // Also below the rate, as what is kept would grow with the rate and not with the turns of a second.
        if let first = taken.first, first + Self.window <= now {
            taken.removeFirst(taken.firstIndex { $0 + Self.window > now } ?? taken.count)
        }
        if taken.count >= perSecond { return .pause(taken[taken.count - perSecond] + Self.window - now) }
        taken.append(now)
        places.removeFirst()
        return .turn(next: wakeFirst())
    }

    /// Gives a place up; whoever was parked there is woken, and whoever has become the first.
    mutating func leave(_ number: Int) -> (own: Continuation?, next: Continuation?) {
        guard let index = index(of: number) else { return (nil, nil) }
        let own = places.remove(at: index).continuation
        return (own, index == 0 ? wakeFirst() : nil)
    }

    private mutating func wakeFirst() -> Continuation? {
        guard !places.isEmpty else { return nil }
        defer { places[0].continuation = nil }
        return places[0].continuation
    }

    /// Numbers are given out in order, so that a place is found by halving.
    private func index(of number: Int) -> Int? {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < places.count && places[low].number == number ? low : nil
    }
}
