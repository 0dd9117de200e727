import ParseRetry
import ParseTransport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("ServerDelay")
struct ServerDelayTests {
    /// 2026-11-24T12:00:00Z.
    private static let noon = Date(timeIntervalSince1970: 1_795_521_600)

    private func read(_ headers: HeaderFields, date: Date = noon) -> Duration? {
        ServerDelay.read(from: ResponseHead(status: 429, headers: headers), date: date)
    }

    @Test(
        "Seconds are read, also in parts",
        arguments: [
            ("0", 0), ("3", 3_000), ("1.5", 1_500), ("0.25", 250), (".5", 500), ("5.", 5_000), ("0003", 3_000),
            (" 7 ", 7_000),
        ])
    func seconds(value: String, milliseconds: Int) {
        #expect(read(["Retry-After": value]) == .milliseconds(milliseconds))
    }

    @Test(
        "What is neither a number nor a date says nothing",
        arguments: [
            "", " ", "-1", "+1", "abc", "1, 2", "1 2", "1.2.3", ".", "..", "1e3", "0x10", "nan", "inf", "infinity", "١",
            "3 seconds", "2026-11-24T12:00:10Z", "Tue, 24 Nov 2026", "12:00:10", "é", "Tue, 24 Nov 2026 12:00:10 PST",
        ])
    func garbage(value: String) {
        #expect(read(["Retry-After": value]) == nil)
        #expect(read(["Retry-After-Ms": value.contains("1 2") ? "-" : "x" + value]) == nil)
    }

    @Test(
        "A wait too long to count is the longest there is",
        arguments: ["1000000000", "99999999999999999999", String(repeating: "9", count: 400)])
    func huge(value: String) {
        #expect(read(["Retry-After": value]) == ServerDelay.longest)
        #expect(read(["Retry-After-Ms": value + "000"]) == ServerDelay.longest)
    }

    @Test("No header, no delay")
    func none() {
        #expect(read([:]) == nil)
        #expect(read(["Date": "Tue, 24 Nov 2026 12:00:00 GMT"]) == nil)
    }

    @Test("Milliseconds win over seconds where they can be read")
    func milliseconds() {
        #expect(read(["retry-after-ms": "250", "Retry-After": "9"]) == .milliseconds(250))
        #expect(read(["Retry-After-Ms": "0.5"]) == .microseconds(500))
        #expect(read(["Retry-After-Ms": "soon", "Retry-After": "9"]) == .seconds(9))
        #expect(read(["Retry-After-Ms": "-1", "Retry-After": "9"]) == .seconds(9))
    }

    @Test("Of several fields the longest readable wait counts")
    func several() {
        #expect(read(["Retry-After": "1", "retry-after": "abc", "RETRY-AFTER": "2"]) == .seconds(2))
        #expect(read(["Retry-After": "1", "Retry-After": "Tue, 24 Nov 2026 12:00:05 GMT"]) == .seconds(5))
        #expect(read(["Retry-After-Ms": "3", "Retry-After-Ms": "2"]) == .milliseconds(3))
    }

    @Test(
        "All three forms of a date are read",
        arguments: [
            "Tue, 24 Nov 2026 12:00:10 GMT", "Tuesday, 24-Nov-26 12:00:10 GMT", "Tue Nov 24 12:00:10 2026",
        ])
    func dates(value: String) {
        #expect(read(["Retry-After": value]) == .seconds(10))
    }

    @Test("A day of one digit may be padded with a space, as asctime does")
    func paddedDay() {
        let date = Date(timeIntervalSince1970: 1_793_966_400)  // 2026-11-06T12:00:00Z
        #expect(read(["Retry-After": "Fri Nov  6 12:00:10 2026"], date: date) == .seconds(10))
        #expect(read(["Retry-After": "Fri, 06 Nov 2026 12:00:10 GMT"], date: date) == .seconds(10))
    }

    @Test("A date is measured against the server's, however wrong the local clock")
    func serverDate() {
        for localError: TimeInterval in [-7_200, 0, 7_200, 1_261_440_000] {
            let headers: HeaderFields = [
                "Date": "Tue, 24 Nov 2026 12:00:00 GMT", "Retry-After": "Tue, 24 Nov 2026 12:00:10 GMT",
            ]
            #expect(read(headers, date: Self.noon.addingTimeInterval(localError)) == .seconds(10))
        }
        // An unreadable date of the server leaves the local one.
        #expect(read(["Date": "today", "Retry-After": "Tue, 24 Nov 2026 12:00:10 GMT"]) == .seconds(10))
    }

    @Test("A date that has passed is no wait at all")
    func past() {
        #expect(read(["Retry-After": "Fri, 31 Dec 1999 23:59:59 GMT"]) == .zero)
        #expect(read(["Retry-After": "Tue, 24 Nov 2026 12:00:00 GMT"]) == .zero)
    }

    @Test("A date far ahead is a long wait, not an overflow")
    func farAhead() {
        #expect(read(["Retry-After": "Fri, 31 Dec 9999 23:59:59 GMT"]) == ServerDelay.longest)
    }
}
