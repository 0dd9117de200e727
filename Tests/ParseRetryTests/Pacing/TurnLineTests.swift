import Testing

@testable import ParseRetry

@Suite("The turns that a rate remembers")
struct TurnLineTests {
    @Test("Turns older than a second are forgotten, however high the rate")
    func forgotten() {
        var line = TurnLine(turns: .max, period: .seconds(1))
        for number in 0..<1_000 {
            let now = Duration.milliseconds(100 * number)
            _ = line.step(line.join(.endless, at: now), at: now)
        }
        #expect(line.remembered == 10)
    }
}
