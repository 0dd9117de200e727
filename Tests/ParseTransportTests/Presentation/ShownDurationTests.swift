import ParseTransport
import Testing

@Suite("A duration as a log shows it")
struct ShownDurationTests {
    @Test(
        "With the digits that somebody reads",
        arguments: [
            (Duration.zero, "0 s"), (.nanoseconds(1_400), "1 µs"), (.microseconds(420), "420 µs"),
            (.milliseconds(91), "91 ms"), (.microseconds(91_417), "91 ms"), (.microseconds(999_600), "1 s"),
            (.seconds(2), "2 s"), (.milliseconds(2_345), "2.3 s"), (.milliseconds(59_960), "1 min"),
            (.seconds(250), "4 min 10 s"), (.seconds(3_599), "59 min 59 s"), (.milliseconds(3_599_700), "1 h"),
            (.seconds(3_780), "1 h 3 min"), (.seconds(90_000), "25 h"), (.milliseconds(-91), "-91 ms"),
        ])
    func digits(_ duration: Duration, _ text: String) {
        #expect(duration.shown == text)
    }

    @Test("The longest there is does not trap")
    func longest() {
        #expect(Duration.seconds(Int64.max / 2).shown.contains(" h"))
    }
}
