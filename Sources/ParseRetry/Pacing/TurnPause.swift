/// A pause of a ``TurnLine``.
struct TurnPause: Sendable {
    /// Until when nobody has a turn.
    var end: Duration

    /// Until when a server asked for it; `nil` where none did.
    var askedEnd: Duration?

    /// The longer of both, in either respect.
    func extended(by other: TurnPause) -> TurnPause {
        TurnPause(end: max(end, other.end), askedEnd: [askedEnd, other.askedEnd].compactMap(\.self).max())
    }
}
