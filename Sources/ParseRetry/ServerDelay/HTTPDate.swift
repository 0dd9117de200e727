#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// Reads the three forms of a date that HTTP allows (RFC 9110, section 5.6.7).
package enum HTTPDate {
    /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`.
    ///
    /// - Parameters:
    ///   - text: the date.
    ///   - today: what a year of two digits is read by: the nearest such year, never more than 50 ahead.
    /// - Returns: `nil` for anything else.
    package static func parse(_ text: String, today: Date) -> Date? {
        let words = text.split { " ,-".contains($0) }.map(String.init)
        // The day's name says nothing new, but a date is sent back as it came.
        guard let dayName = words.first, dayName.utf8.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) }) else {
            return nil
        }
        switch words.count {
        case 6 where words[5] == "GMT":  // day name, day, month, year, time, zone
            guard let year = year(words[3], today: today) else { return nil }
            return date(year: year, month: words[2], day: words[1], time: words[4])
        case 5:  // asctime: day name, month, day, time, year
            guard words[4].utf8.count == 4, let year = number(words[4]) else { return nil }
            return date(year: year, month: words[1], day: words[2], time: words[3])
        default: return nil
        }
    }

    private static func year(_ text: String, today: Date) -> Int? {
        guard let number = number(text) else { return nil }
        if text.utf8.count == 4 { return number }
        guard text.utf8.count == 2 else { return nil }
        let thisYear = 1970 + Int(today.timeIntervalSince1970 / 31_556_952)
        let candidate = thisYear - thisYear % 100 + number
        if candidate > thisYear + 50 { return candidate - 100 }
        return candidate <= thisYear - 50 ? candidate + 100 : candidate
    }

    private static func date(year: Int, month: String, day: String, time: String) -> Date? {
        let clock = time.split(separator: ":", omittingEmptySubsequences: false).map { number(String($0)) }
        guard
            let month = months.firstIndex(of: month),
            let day = number(day), (1...9999).contains(year), (1...length(ofMonth: month + 1, year)).contains(day),
            clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
            (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        let seconds = (days(year: year, month: month + 1, day: day) * 24 + hour) * 3600 + minute * 60 + second
        return Date(timeIntervalSince1970: Double(seconds))
    }

    /// Digits only: `Int` would also read signs.
    private static func number(_ text: String) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }

    private static func length(ofMonth month: Int, _ year: Int) -> Int {
        let next = month == 12 ? days(year: year + 1, month: 1, day: 1) : days(year: year, month: month + 1, day: 1)
        return next - days(year: year, month: month, day: 1)
    }

    /// Days since 1970-01-01 in the Gregorian calendar, counting years from March so that the leap day comes last.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
