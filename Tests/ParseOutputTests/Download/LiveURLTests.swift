import Foundation
import ParseModels
import ParseRetry
import Testing

@testable import ParseOutput

@Suite("How long a URL still lives")
struct LiveURLTests {
    private static let noon = Date(timeIntervalSince1970: 1_795_521_600)

    private func url(_ query: String) throws -> LiveURL {
        let text = "https://storage.example/o?\(query)"
        let received = Moment(reading: .seconds(1_000), date: Self.noon)
        return LiveURL(PresignedURL(rawValue: text), checked: try #require(URL(string: text)), received: received)
    }

    /// So many seconds after the receipt; the wall clock may have been set meanwhile.
    private func later(_ seconds: Int, clockSetBy change: Double = 0) -> Moment {
        Moment(reading: .seconds(1_000 + seconds), date: Self.noon.addingTimeInterval(Double(seconds) + change))
    }

    @Test("A URL that says nothing lives fifteen minutes from its receipt, whatever the wall clock says")
    func documented() throws {
        let url = try url("n=1")
        for change in [-86_400, 0, 86_400] as [Double] {
            #expect(url.remaining(at: later(0, clockSetBy: change), skew: nil) == .seconds(900))
            #expect(url.remaining(at: later(600, clockSetBy: change), skew: .seconds(30)) == .seconds(300))
            #expect(url.remaining(at: later(1_000, clockSetBy: change), skew: nil) == .seconds(-100))
        }
    }

    @Test("A duration counts from the receipt until the storage's clock is known, then its end counts as well")
    func signed() throws {
        let url = try url("X-Amz-Date=20261124T115500Z&X-Amz-Expires=600")
        #expect(url.remaining(at: later(0), skew: nil) == .seconds(600))
        #expect(url.remaining(at: later(60), skew: nil) == .seconds(540))
        #expect(url.remaining(at: later(60), skew: .zero) == .seconds(240))
        // A storage that is ahead ends it sooner, one that is behind no later than its duration.
        #expect(url.remaining(at: later(60), skew: .seconds(90)) == .seconds(150))
        #expect(url.remaining(at: later(60), skew: .seconds(-90)) == .seconds(330))
        #expect(url.remaining(at: later(60), skew: .seconds(-86_400)) == .seconds(540))
    }

    @Test("A wall clock that is wrong does no harm where a duration is named")
    func wrongClock() throws {
        // This device is a day ahead, which the storage's date tells.
        let url = try url("X-Amz-Date=20261123T120000Z&X-Amz-Expires=900")
        #expect(url.remaining(at: later(100), skew: nil) == .seconds(800))
        #expect(url.remaining(at: later(100), skew: .seconds(-86_400)) == .seconds(800))
    }

    @Test("An end alone is held against the wall clock, and the storage's once that is known")
    func end() throws {
        let url = try url("Expires=1795521900")
        #expect(url.remaining(at: later(0), skew: nil) == .seconds(300))
        #expect(url.remaining(at: later(100), skew: .seconds(50)) == .seconds(150))
        #expect(url.remaining(at: later(100), skew: .seconds(-50)) == .seconds(250))
        #expect(url.remaining(at: later(400), skew: nil) == .seconds(-100))
    }

    @Test("Numbers beyond all bounds are borne")
    func extremes() throws {
        let long = try url("X-Amz-Date=20261124T120000Z&X-Amz-Expires=999999999999")
        #expect(long.remaining(at: later(0), skew: .zero) == .seconds(999_999_999_999))
        let past = try url("Expires=0")
        #expect(past.remaining(at: later(0), skew: nil) < .seconds(-1_000_000_000))
        #expect(past.remaining(at: later(0), skew: .seconds(-1e15)) > .seconds(1_000_000_000))
    }
}
