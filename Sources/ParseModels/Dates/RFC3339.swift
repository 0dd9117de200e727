#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// Dates as RFC 3339 writes them, such as `2026-11-02T08:15:30.25+01:00`.
package enum RFC3339 {
    /// Reads a date with or without a fraction, in any zone; `nil` for anything else.
    package static func parse(_ text: String) -> Date? {
        var rest = text.utf8[...]
        guard
            let year = digits(4, &rest), skip("-", &rest), let month = digits(2, &rest), skip("-", &rest),
            let day = digits(2, &rest), skip("Tt ", &rest), let hour = digits(2, &rest), skip(":", &rest),
            let minute = digits(2, &rest), skip(":", &rest), let second = digits(2, &rest),
            let nanoseconds = fraction(&rest), let offset = offset(&rest), rest.isEmpty,
            (1...12).contains(month), (1...CivilDate.daysIn(month: month, year: year)).contains(day),
            // 60 is a leap second, which a Date cannot hold: it is the first of the next minute.
            hour < 24, minute < 60, second <= 60
        else { return nil }
        let days = CivilDate.days(year: year, month: month, day: day)
        let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - offset
        return Date(timeIntervalSince1970: Double(seconds) + Double(nanoseconds) / 1e9)
    }

    /// Writes a date in UTC, with as many digits of the second as it has, down to microseconds.
    static func format(_ date: Date) -> String {
        // A Date far outside the calendar has no such form; it is held at its ends.
        let clamped = min(max(date.timeIntervalSince1970, -62_135_596_800), 253_402_300_799)
        let microseconds = Int64((clamped * 1_000_000).rounded())
        let (seconds, micros) = divide(microseconds, 1_000_000)
        let (days, secondOfDay) = divide(seconds, 86_400)
        let civil = CivilDate(days: Int(days))
        let time = [secondOfDay / 3_600, secondOfDay / 60 % 60, secondOfDay % 60].map { padded($0, 2) }
        var fraction = micros == 0 ? "" : "." + padded(micros, 6)
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let day = "\(padded(Int64(civil.year), 4))-\(padded(Int64(civil.month), 2))-\(padded(Int64(civil.day), 2))"
        return "\(day)T\(time.joined(separator: ":"))\(fraction)Z"
    }

    private static func divide(_ value: Int64, _ by: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: by)
        return remainder < 0 ? (quotient - 1, remainder + by) : (quotient, remainder)
    }

    private static func padded(_ value: Int64, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    private static func digits(_ count: Int, _ rest: inout Substring.UTF8View) -> Int? {
        guard rest.count >= count else { return nil }
        var value = 0
        for byte in rest.prefix(count) {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        rest = rest.dropFirst(count)
        return value
    }

    private static func skip(_ any: String, _ rest: inout Substring.UTF8View) -> Bool {
        guard let first = rest.first, any.utf8.contains(first) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Nanoseconds of 1 to 9 digits after a dot, digits beyond them dropped; 0 without a dot, `nil` for a dot alone.
    private static func fraction(_ rest: inout Substring.UTF8View) -> Int? {
        guard rest.first == UInt8(ascii: ".") else { return 0 }
        rest = rest.dropFirst()
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        var value = 0
        for place in 0..<9 {
            let digit = place < digits.count ? Int(digits[digits.index(digits.startIndex, offsetBy: place)] - 0x30) : 0
            value = value * 10 + digit
        }
        return value
    }

    /// Seconds east of Greenwich.
    private static func offset(_ rest: inout Substring.UTF8View) -> Int? {
        if skip("Zz", &rest) { return 0 }
        let sign = rest.first == UInt8(ascii: "-") ? -1 : 1
        guard
            skip("+-", &rest), let hours = digits(2, &rest), skip(":", &rest), let minutes = digits(2, &rest),
            hours < 24, minutes < 60
        else { return nil }
        return sign * (hours * 60 + minutes) * 60
    }
}
