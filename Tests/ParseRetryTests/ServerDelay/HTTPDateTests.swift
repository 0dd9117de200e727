import Testing

@testable import ParseRetry

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("HTTPDate")
struct HTTPDateTests {
    private func seconds(_ text: String, today: Double = 1_795_521_600) -> Double? {
        HTTPDate.parse(text, today: Date(timeIntervalSince1970: today))?.timeIntervalSince1970
    }

    @Test(
        "Known dates",
        arguments: [
            ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
            ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
            ("Thu, 29 Feb 2024 00:00:00 GMT", 1_709_164_800), ("Tue, 29 Feb 2000 12:00:00 GMT", 951_825_600),
            ("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_800), ("Wed, 31 Dec 1969 23:59:59 GMT", -1),
            ("Mon, 28 Feb 2100 00:00:00 GMT", 4_107_456_000),
        ])
    func known(text: String, expected: Double) {
        #expect(seconds(text) == expected)
    }

    @Test("Every day of a century and more is one day after the day before it")
    func everyDay() throws {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        var expected = 0.0
        for year in 1970..<2105 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            for (index, month) in months.enumerated() {
                let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][index]
                for day in 1...length {
                    let found = seconds("Xxx, \(day) \(month) \(year) 00:00:00 GMT")
                    guard found == expected else {
                        Issue.record("\(day) \(month) \(year) was read as \(String(describing: found)).")
                        return
                    }
                    expected += 86_400
                }
                #expect(seconds("Xxx, \(length + 1) \(month) \(year) 00:00:00 GMT") == nil)
            }
        }
    }

    @Test("A year of two digits is the nearest, never more than 50 years ahead")
    func twoDigits() {
        let in2026 = 1_795_521_600.0
        let newYear = { (year: Int) in
            (1970..<year).reduce(0.0) { sum, year in
                sum + (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365) * 86_400
            }
        }
        for (digits, year) in [("26", 2026), ("76", 2076), ("77", 1977), ("94", 1994), ("00", 2000)] {
            #expect(seconds("Xxx, 01-Jan-\(digits) 00:00:00 GMT", today: in2026) == newYear(year), "\(digits)")
        }
        let in2099 = newYear(2099) + 86_400 * 200
        #expect(seconds("Xxx, 01-Jan-00 00:00:00 GMT", today: in2099) == newYear(2100))
        #expect(seconds("Xxx, 01-Jan-98 00:00:00 GMT", today: in2099) == newYear(2098))
    }

    @Test(
        "What is no such date is none",
        arguments: [
            "Sun, 30 Feb 2026 00:00:00 GMT", "Sun, 29 Feb 2026 00:00:00 GMT", "Sun, 00 Nov 1994 08:49:37 GMT",
            "Sun, 32 Nov 1994 08:49:37 GMT", "Sun, 06 nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
            "Sun, 06 Nov 1994 08:60:00 GMT", "Sun, 06 Nov 1994 08:49:61 GMT", "Sun, 06 Nov 1994 08:49 GMT",
            "Sun, 06 Nov 1994 08:49:37:00 GMT", "Sun, 06 Nov 1994 ::37 GMT", "Sun, 06 Nov 994 08:49:37 GMT",
            "Sun, 06 Nov 0000 08:49:37 GMT", "Sun, 06 Nov 19940 08:49:37 GMT", "Sun, +6 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov +994 08:49:37 GMT", "Sun, 06 Nov 1994 +8:49:37 GMT", "Sun Nov 6 08:49:37 94",
            "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 06 Nov 1994 08:49:37", "06 Nov 1994 08:49:37 GMT", "",
            "Sun, 99999999999999999999 Nov 1994 08:49:37 GMT", "Sun, 06 Nov ９４ 08:49:37 GMT",
        ])
    func none(text: String) {
        #expect(seconds(text) == nil)
    }
}
