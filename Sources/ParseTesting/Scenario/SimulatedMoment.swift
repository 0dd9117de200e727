import ParseTransport

/// When something changes at a ``SimulatedParseAPI``: by its clock, or by what it is asked.
public enum SimulatedMoment: Sendable, Hashable, CustomStringConvertible {
    /// So long after the service was opened.
    case time(Duration)

    /// As the API is called for the nth time, from 1, before it answers.
    case call(Int)

    /// As the storage is asked for the nth time, from 1, before it answers.
    case download(Int)

    /// The moment in words.
    public var description: String {
        switch self {
        case .time(let duration): "after \(duration.shown)"
        case .call(let number): "at call \(number)"
        case .download(let number): "at download \(number)"
        }
    }

    func hasCome(elapsed: Duration, calls: Int, downloads: Int) -> Bool {
        switch self {
        case .time(let duration): elapsed >= duration
        case .call(let number): calls >= number
        case .download(let number): downloads >= number
        }
    }
}
