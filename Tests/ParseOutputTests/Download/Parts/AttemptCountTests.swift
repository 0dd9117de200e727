import ParseRetry
import Testing

@testable import ParseOutput

@Suite("Counting what was tried in vain")
struct AttemptCountTests {
    @Test("Failures are counted, and timed from the first of them")
    func failures() {
        var count = AttemptCount()
        let first = count.failed(at: .seconds(10))
        #expect((first.attempts, first.elapsed, first.backoffStep) == (1, .zero, 0))
        let second = count.failed(at: .seconds(13))
        #expect((second.attempts, second.elapsed, second.backoffStep) == (2, .seconds(3), 1))
        #expect(count.failures == 2)
    }

    @Test("A wait that the server set begins the waits anew, not the count")
    func serverDelay() {
        var count = AttemptCount()
        _ = count.failed(at: .zero)
        _ = count.failed(at: .zero)
        count.waitedAsAsked()
        let third = count.failed(at: .zero)
        #expect((third.attempts, third.backoffStep) == (3, 0))
    }

    @Test("Bytes begin it anew once they are enough, in however many pieces; time does not")
    func progress() {
        var count = AttemptCount()
        _ = count.failed(at: .zero)
        count.refreshed()
        let isFirst = count.isFirst(.expired)
        #expect(isFirst)
        for _ in 0..<9 { count.received(10, progress: 100) }
        #expect((count.failures, count.refreshes) == (1, 1))
        let isSecond = !count.isFirst(.expired)
        #expect(isSecond)
        count.received(10, progress: 100)
        #expect((count.failures, count.refreshes) == (0, 0))
        let isFirstAgain = count.isFirst(.expired)
        #expect(isFirstAgain)
        let next = count.failed(at: .seconds(99))
        #expect((next.attempts, next.elapsed, next.backoffStep) == (1, .zero, 0))
    }

    @Test("What counts as progress grows with the document")
    func scale() {
        #expect(DownloadPlan.progress(of: nil) == 262_144)
        #expect(DownloadPlan.progress(of: 1_000) == 262_144)
        #expect(DownloadPlan.progress(of: 1 << 30) == 5_368_709)
    }
}
