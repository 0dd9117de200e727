/// A key of the API, and from when to when the service knows it.
struct SimulatedKey: Sendable {
    let token: String
    let begin: Duration
    let end: Duration?

    func isKnown(at elapsed: Duration) -> Bool {
        begin <= elapsed && !hasEnded(at: elapsed)
    }

    func hasEnded(at elapsed: Duration) -> Bool {
        end.map { $0 <= elapsed } ?? false
    }
}
