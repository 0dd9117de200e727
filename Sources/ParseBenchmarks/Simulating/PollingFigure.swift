/// What waiting for runs of one length came to with one schedule.
struct PollingFigure: Codable {
    let schedule: PollingSchedule
    let runSeconds: Double

    /// From a run's end to the look that sees it.
    let meanOvershootSeconds: Double

    /// The first look and the last one included.
    let meanPolls: Double
}
