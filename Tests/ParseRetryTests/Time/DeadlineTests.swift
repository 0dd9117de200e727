import ParseRetry
import ParseTesting
import Testing

@Suite("Deadline")
struct DeadlineTests {
    @Test("What is left shrinks with time, and never below nothing")
    func remaining() {
        let clock = ManualClock()
        let deadline = Deadline(after: .seconds(2), on: clock.timeSource)
        #expect(deadline.remaining(on: clock.timeSource) == .seconds(2))
        clock.advance(by: .seconds(1))
        #expect(deadline.remaining(on: clock.timeSource) == .seconds(1))
        #expect(!deadline.isReached(on: clock.timeSource))
        clock.advance(by: .seconds(1))
        #expect(deadline.isReached(on: clock.timeSource))
        clock.advance(by: .seconds(9))
        #expect(deadline.remaining(on: clock.timeSource) == .zero)
        #expect(deadline.isReached(on: clock.timeSource))
    }

    @Test("Without a duration it never comes")
    func never() {
        let clock = ManualClock()
        let deadline = Deadline(after: nil, on: clock.timeSource)
        #expect(deadline == .never)
        clock.advance(by: .seconds(Int64.max))
        #expect(deadline.remaining(on: clock.timeSource) == nil)
        #expect(!deadline.isReached(on: clock.timeSource))
    }

    @Test("Nothing or less than nothing from now has come already", arguments: [0, -1, Int64.min])
    func past(seconds: Int64) {
        let time = ManualClock().timeSource
        #expect(Deadline(after: .seconds(seconds), on: time).isReached(on: time))
    }

    @Test("The earlier comes first, never comes last")
    func order() {
        let time = ManualClock().timeSource
        let soon = Deadline(after: .seconds(1), on: time)
        let late = Deadline(after: .seconds(Int64.max), on: time)
        #expect([Deadline.never, late, soon].sorted() == [soon, late, .never])
        #expect(min(soon, .never) == soon)
        #expect(max(late, .never) == .never)
        #expect(!(Deadline.never < .never))
        #expect(!(soon < soon))
    }
}
