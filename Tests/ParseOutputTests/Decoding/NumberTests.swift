import Testing

@testable import ParseOutput

@Suite("Numbers")
struct NumberTests {
    @Test("Doubles are those next to the text, bit for bit, in hard cases", arguments: Self.hard)
    func hardDoubles(text: String) throws {
        for text in [text, "-" + text] {
            let expected = try #require(Double(text))
            #expect(try double(text).bitPattern == expected.bitPattern, "\(text)")
        }
    }

    @Test("Doubles of random digits and exponents are those next to the text, bit for bit")
    func randomDoubles() throws {
        var generator = SeededGenerator(state: 42)
        for _ in 0..<4_000 {
            let text = randomNumber(&generator)
            let expected = try #require(Double(text))
            guard expected.isFinite else { continue }
            #expect(try double(text).bitPattern == expected.bitPattern, "\(text)")
        }
    }

    @Test("Every double survives being written and read")
    func roundTrip() throws {
        var generator = SeededGenerator(state: 7)
        for _ in 0..<4_000 {
            let value = Double(bitPattern: generator.next())
            guard value.isFinite else { continue }
            #expect(try double("\(value)").bitPattern == value.bitPattern)
        }
    }

    @Test(
        "A double beyond the largest is refused", arguments: ["1e400", "-1e309", "1.8e308", "1e999999999999999999999"])
    func tooLarge(text: String) {
        #expect(faultOfDouble(text)?.code == .numberOutOfRange)
        #expect(faultOfInt(text)?.code == .numberOutOfRange)
    }

    @Test(
        "A whole number may be written in any form",
        arguments: [
            ("0", 0), ("-0", 0), ("-0.0e5", 0), ("0e999999999999", 0), ("2.0", 2), ("1e3", 1_000), ("-1.50e1", -15),
            ("120000e-4", 12), ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
            ("922337203685477580.7e1", Int.max), ("3.00000000000000000000000000", 3),
            ("9007199254740993.0", 9_007_199_254_740_993),
        ]
    )
    func whole(text: String, expected: Int) throws {
        let (value, position) = try read(text) { (reader) throws(JSONFault) in
            (try reader.readInt(), reader.position)
        }
        #expect(value == expected)
        #expect(position == text.utf8.count)
    }

    @Test(
        "A number that is not whole, or too large, is no integer",
        arguments: ["0.5", "1e-1", "9223372036854775808", "1e19"])
    func notWhole(text: String) {
        let fault = faultOfInt(text)
        #expect(fault?.code == .numberOutOfRange)
        #expect(fault?.offset == 0)
    }

    private static let hard = [
        "0", "0.0", "0e5", "1e22", "1e23", "9007199254740992", "9007199254740993", "9007199254740993e22", "1e-22",
        "1e-23",
        "36.16179897837395", "0.1", "0.30000000000000004", "179769313486231570000e288", "1.7976931348623157e308",
        "2.2250738585072014e-308", "2.2250738585072011e-308", "4.9406564584124654e-324", "2.4703282292062328e-324",
        "1e-400",
        "123456789012345678901234567890", "0.000000000000000000000000000000000001", "8.5e-5", "7.2057594037927933e16",
        "1000000000000000000000000000000000000000e-39", "6.02214076e23", "9.5367431640625e-7",
        "100000000000000016777215",
    ]

    private func randomNumber(_ generator: inout SeededGenerator) -> String {
        let digits = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
            String(Int.random(in: 0...9, using: &generator))
        }
        var text = "\(Int.random(in: 1...9, using: &generator))"
        if Bool.random(using: &generator) { text += "." + digits.joined() }
        switch Int.random(in: 0...2, using: &generator) {
        case 0: text += "e\(Int.random(in: -30...30, using: &generator))"
        case 1: text += "E\(Int.random(in: -330...310, using: &generator))"
        default: break
        }
        return text
    }

    /// Reads something at the start of a text; a number ends only where something follows it.
    private func read<Value>(
        _ text: String,
        _ body: (inout JSONReader) throws(JSONFault) -> Value
    ) throws(JSONFault) -> Value {
        try InputBuffer(Array((text + ",").utf8), at: 0).withBytes { (bytes) throws(JSONFault) in
            var reader = JSONReader(bytes, limits: .standard)
            return try body(&reader)
        }
    }

    private func double(_ text: String) throws -> Double {
        try read(text) { (reader) throws(JSONFault) in try reader.readDouble() }
    }

    private func faultOfDouble(_ text: String) -> JSONFault? {
        do throws(JSONFault) {
            _ = try read(text) { (reader) throws(JSONFault) in try reader.readDouble() }
        } catch {
            return error
        }
        return nil
    }

    private func faultOfInt(_ text: String) -> JSONFault? {
        do throws(JSONFault) {
            _ = try read(text) { (reader) throws(JSONFault) in try reader.readInt() }
        } catch {
            return error
        }
        return nil
    }
}
