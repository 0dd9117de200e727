import Testing

@testable import ParseOutput

/// Digits read in one step, and the numbers made of them.
@Suite("Digits")
struct DigitTests {
    /// What may stand behind digits: neighbours of theirs among them, and bytes whose sums carry.
    static let stops: [UInt8] = [
        0x00, 0x20, 0x2C, 0x2D, 0x2E, 0x2F, 0x3A, 0x45, 0x65, 0x7D, 0x80, 0x8A, 0xB0, 0xB9, 0xFF,
    ]

    @Test("A run of up to eight digits has its count and value, whatever ends it", arguments: stops)
    func run(stop: UInt8) {
        var generator = SeededGenerator(state: UInt64(stop))
        for count in 0...20 {
            for (place, filling) in [(0, UInt8(0x39)), (1, 0x30), (7, 0xFF)] {
                let digits = Self.digits(count, &generator)
                let bytes = [UInt8](repeating: filling, count: place) + digits + [stop] + [filling, 0x31, stop]
                let run = InputBuffer(bytes, at: 0).withBytes { DigitRun($0, at: place) }
                #expect(run.count == min(count, 8))
                #expect(run.value == Self.value(digits.prefix(8)))
            }
        }
    }

    @Test("Every number of up to four digits has its value")
    func small() {
        for number in 0..<10_000 {
            let text = Array("\(number)".utf8)
            let run = InputBuffer(text, at: 0).withBytes { DigitRun($0, at: 0) }
            if run.count != text.count || run.value != UInt64(number) { Issue.record("\(number)") }
        }
    }

    @Test("The digits of a fraction have their count and value, and too many or none give nothing", arguments: stops)
    func fraction(stop: UInt8) {
        var generator = SeededGenerator(state: UInt64(stop) &+ 3)
        for count in 0...20 {
            for before in ["0.", "-1234567.", "9999."] {
                let digits = Self.digits(count, &generator)
                let bytes = Array(before.utf8) + digits + [stop, 0x37, stop]
                let fraction = InputBuffer(bytes, at: 0).withBytes { FractionDigits($0, at: before.utf8.count) }
                let most = usesVectors ? 15 : 7
                if (1...most).contains(count) {
                    #expect(fraction?.count == count)
                    #expect(fraction?.value == Self.value(digits[...]))
                } else {
                    #expect(fraction == nil)
                }
            }
        }
    }

    @Test("A decimal number is read as it is written, or not at all")
    func decimal() throws {
        var generator = SeededGenerator(state: 99)
        for whole in 1...9 {
            for fraction in 0...17 {
                for sign in ["", "-"] {
                    let first = whole == 1 ? "0" : "1"
                    let digits = first + String(decoding: Self.digits(whole - 1, &generator), as: UTF8.self)
                    let behind = String(decoding: Self.digits(fraction, &generator), as: UTF8.self)
                    let text = sign + digits + (fraction == 0 ? "" : "." + behind)
                    let (number, end) = Self.read(text + ",")
                    let isShort = whole <= 7 && fraction <= (usesVectors ? 15 : 7) && whole + fraction <= 19
                    #expect((number != nil) == isShort, "\(text)")
                    guard let number else { continue }
                    #expect(end == text.utf8.count && number.isNegative == (sign == "-"))
                    #expect(number.fractionDigits == fraction)
                    #expect(number.significand == UInt64(digits + behind), "\(text)")
                }
            }
        }
    }

    @Test(
        "What is no decimal number, or has an exponent, is not read",
        arguments: [
            "", "-", "+1", ".5", "-.5", "1.", "1.e5", "00", "01", "-01.5", "1e5", "1.5E5", "0e0", "--1", "x", "1.-5",
        ]
    )
    func none(text: String) {
        #expect(Self.read(text + ",").number == nil)
        #expect(Self.read(text).number == nil)
    }

    // MARK: Making and reading digits

    private static func digits(_ count: Int, _ generator: inout SeededGenerator) -> [UInt8] {
        (0..<count).map { _ in .random(in: 0x30...0x39, using: &generator) }
    }

    private static func value(_ digits: some Sequence<UInt8>) -> UInt64 {
        digits.reduce(0) { $0 &* 10 &+ UInt64($1 - 0x30) }
    }

    private static func read(_ text: String) -> (number: DecimalNumber?, end: Int) {
        InputBuffer(Array(text.utf8), at: 0).withBytes { bytes in
            var index = 0
            let number = DecimalNumber(bytes, at: &index)
            return (number, index)
        }
    }
}
