/// How many calls a second the client made of the simulated service.
struct ThroughputFigure: Codable {
    let concurrentCalls: Int
    let requestsPerSecond: Spread
}
