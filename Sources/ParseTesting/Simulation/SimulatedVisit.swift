/// One request on its way through a ``SimulatedParseAPI``.
struct SimulatedVisit: Sendable {
    let host: SimulatedHost

    /// Which request to that host it is, from 1.
    let number: Int

    /// When it arrived, counted from the service's opening.
    let time: Duration

    /// The percent-encoded path it asks for, without the query and any key that strayed into it.
    let path: String

    /// The run it is about; `nil` where it is about none that there ever was.
    let runID: String?

    /// What goes wrong with it, and the rule that says so.
    var fault: SimulatedFault?
    var rule: Int?

    /// How long the service lets nobody in; `nil` where it does.
    var wait: Duration?
}
