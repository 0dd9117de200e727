import ParseTransport

/// When a fault strikes, and how often it has.
struct FaultRule: Sendable {
    enum Span: Sendable {
        /// Requests to one host, by their number from 1.
        case requests(SimulatedHost, Range<Int>)

        /// Requests to one host or both, by the time since the service was opened.
        case time(SimulatedHost?, Range<Duration>)
    }

    let fault: SimulatedFault
    let span: Span
    var struck = 0

    func applies(to host: SimulatedHost, number: Int, at elapsed: Duration) -> Bool {
        switch span {
        case .requests(let own, let numbers): own == host && numbers.contains(number)
        case .time(let own, let range): own ?? host == host && range.contains(elapsed)
        }
    }

    /// Whether it is meant for just this request.
    func isOnly(for host: SimulatedHost, number: Int) -> Bool {
        if case .requests(let own, let numbers) = span { own == host && numbers == number..<number + 1 } else { false }
    }

    /// What is missing of what it was meant to do; `nil` if nothing is.
    var shortfall: String? {
        guard case .requests(_, let numbers) = span, numbers.upperBound < Int.max, numbers.count > 1 else {
            return struck > 0 ? nil : "\(description) never struck"
        }
        guard struck < numbers.count else { return nil }
        return "\(description) struck \(struck) of \(numbers.count) times"
    }

    private var description: String {
        switch span {
        case .requests(let host, let numbers):
            if numbers.upperBound == Int.max { return "\(fault) from \(host.request) \(numbers.lowerBound) on" }
            if numbers.count == 1 { return "\(fault) at \(host.request) \(numbers.lowerBound)" }
            return "\(fault) at \(host.request)s \(numbers.lowerBound)...\(numbers.upperBound - 1)"
        case .time(let host, let range):
            let place = host.map { " on \($0)" } ?? ""
            return "\(fault) from \(range.lowerBound.shown) to \(range.upperBound.shown)\(place)"
        }
    }
}
