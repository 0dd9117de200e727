import Foundation
import Testing

@testable import ParseModels

@Suite("Dates")
struct DateTests {
    @Test(
        "Every form of RFC 3339",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2024-03-21T16:45:00Z", 1_711_039_500),
            ("2024-03-21t16:45:00z", 1_711_039_500),
            ("2024-03-21 16:45:00Z", 1_711_039_500), ("2024-03-21T17:45:00+01:00", 1_711_039_500),
            ("2024-03-21T11:15:00-05:30", 1_711_039_500), ("2024-03-21T16:45:00.5Z", 1_711_039_500.5),
            ("2024-03-21T16:45:00.123456789Z", 1_711_039_500.123456789), ("2024-02-29T00:00:00Z", 1_709_164_800),
            ("2016-12-31T23:59:60Z", 1_483_228_800), ("0001-01-01T00:00:00Z", -62_135_596_800),
            ("9999-12-31T23:59:59Z", 253_402_300_799), ("2000-02-29T12:00:00Z", 951_825_600),
        ]
    )
    func read(_ text: String, _ seconds: Double) {
        #expect(RFC3339.parse(text) == Date(timeIntervalSince1970: seconds))
    }

    @Test(
        "Nothing else",
        arguments: [
            "", "2024-03-21", "2024-03-21T16:45:00", "2024-03-21T16:45Z", "2024-13-01T00:00:00Z",
            "2023-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z", "2024-03-32T00:00:00Z", "2024-03-21T24:00:00Z", "2024-03-21T16:60:00Z",
            "2024-03-21T16:45:61Z", "2024-03-21T16:45:00.Z", "2024-03-21T16:45:00+1:00", "2024-03-21T16:45:00+24:00",
            "2024-03-21T16:45:00Zz", " 2024-03-21T16:45:00Z", "2024-3-21T16:45:00Z", "２024-03-21T16:45:00Z",
        ]
    )
    func refused(_ text: String) {
        #expect(RFC3339.parse(text) == nil)
    }

    @Test("What is written is read again, down to the microsecond")
    func written() {
        #expect(RFC3339.format(Date(timeIntervalSince1970: 1_711_039_500)) == "2024-03-21T16:45:00Z")
        #expect(RFC3339.format(Date(timeIntervalSince1970: 0.25)) == "1970-01-01T00:00:00.25Z")
        #expect(RFC3339.format(Date(timeIntervalSince1970: -0.5)) == "1969-12-31T23:59:59.5Z")
        var state: UInt64 = 7
        for _ in 0..<2_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let seconds = Double(Int64(state >> 20) % 253_402_300_799_000_000) / 1_000_000
            let date = RFC3339.parse(RFC3339.format(Date(timeIntervalSince1970: seconds)))
            #expect(abs((date?.timeIntervalSince1970 ?? .infinity) - seconds) < 0.000_1)
        }
    }
}
