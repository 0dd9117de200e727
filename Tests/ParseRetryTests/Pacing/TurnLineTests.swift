import Testing

@testable import ParseRetry

@Suite("The turns that a rate remembers")
struct TurnLineTests {
    @Test("Turns older than a second are forgotten, however high the rate")
    func forgotten() {
        var line = TurnLine()
        for number in 0..<1_000 {
            _ = line.join()
            _ = line.step(at: .milliseconds(100 * number), perSecond: .max)
        }
        #expect(line.remembered == 10)
    }
}
