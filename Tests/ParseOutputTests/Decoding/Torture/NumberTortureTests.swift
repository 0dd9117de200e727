import ParseModels
import ParseOutput
import Testing

/// Numbers of every length, and what stands behind them.
@Suite("Numbers of every length")
struct NumberTortureTests {
    @Test("A number of any length is the double next to it, whatever stands behind it")
    func lengths() throws {
        var texts: [String] = []
        for length in 1...70 {
            let digits = String("1234567890".cycled(to: length))
            texts += [digits, "-" + digits, "0.\(digits)", "\(digits).5", "5.\(digits)", "\(digits)e-\(length)"]
            texts += ["0.\(String(repeating: "0", count: length))7", "1\(String(repeating: "0", count: length))"]
            texts += ["3e\(String(repeating: "0", count: length))7", "9.\(String(repeating: "9", count: length))E+1"]
        }
        for (index, text) in texts.enumerated() {
            let space = ["", " ", "\n", "\t", "\r"][index % 5]
            let document = #"{"chunks":[{"blocks":[{"polygon":[{"x":\#(text)\#(space),"y":\#(text)\#(space)}]}]}]}"#
            let outcome = ChunkDecoder().outcome(of: document)
            let expected = try #require(Double(text)).bitPattern
            let point = outcome.elements.first?.blocks.first?.polygon.first
            guard point?.x.bitPattern != expected || point?.y.bitPattern != expected else { continue }
            Issue.record("\(text): \(String(describing: point)), \(outcome)")
        }
    }

    @Test("A number goes on over any cut", arguments: ["-120.25e+2", "0", "-0.0E-0", "9007199254740993", "1e22"])
    func cuts(text: String) throws {
        let bytes = Array(#"{"later":\#(text),"chunks":[{"blocks":[{"boundingBox":{"left":\#(text)}}]}]}"#.utf8)
        for cut in bytes.indices {
            let outcome = ChunkDecoder().outcome(of: [bytes[..<cut], bytes[cut...]])
            let left = outcome.elements.first?.blocks.first?.boundingBox.left
            #expect(left?.bitPattern == Double(text)?.bitPattern)
        }
    }

    @Test("What is no number is refused behind digits of every number", arguments: TorturePlace.all)
    func refused(place: TorturePlace) {
        for length in 1...40 {
            let digits = String("1234567890".cycled(to: length))
            for (text, offset) in [
                ("\(digits).", length + 1), ("\(digits)e", length + 1), ("\(digits)e+", length + 2),
                ("\(digits).\(digits)e-", 2 * length + 3), ("-.\(digits)", 1), ("\(digits)x", length),
                ("\(digits).\(digits).", 2 * length + 1), ("\(digits)-", length), ("0\(digits)", 1), ("-0\(digits)", 2),
                ("\(digits)e5\(digits).", 2 * length + 2), ("\(digits)\u{660}", length), ("+\(digits)", 0),
            ] {
                place.expect(Array(text.utf8), refusedAs: .malformed, at: offset)
            }
        }
    }

    @Test("A whole number has the range of an integer, in every form", arguments: ["rowCount", "columnCount"])
    func whole(member: String) {
        let cases: [(text: String, value: Int?)] = [
            ("9223372036854775807", .max), ("-9223372036854775808", .min), ("9223372036854775808", nil),
            ("-9223372036854775809", nil), ("92233720368547758070", nil), ("18446744073709551616", nil),
            ("18446744073709551617", nil), ("1e18", 1_000_000_000_000_000_000), ("1e19", nil), ("-0", 0), ("0.0", 0),
            ("1e400", nil), ("1e-400", 0), ("0e400", 0), ("12.0", 12), ("120e-1", 12), ("0.12e2", 12),
            ("1.25e1", nil),
            ("1.00000000000000000000", 1), ("0.000000000000000000000012e24", 12), ("4294967296", 1 << 32),
        ]
        for (text, value) in cases {
            let document = #"{"chunks":[{"blocks":[{"details":{"type":"table_details","\#(member)":\#(text)}}]}]}"#
            let outcome = ChunkDecoder().outcome(of: document)
            var count: Int?
            if case .table(let details) = outcome.elements.first?.blocks.first?.details {
                count = member == "rowCount" ? details.rowCount : details.columnCount
            }
            #expect(count == value, "\(text)")
            let reference = #"{"chunks":[{"blocks":[{"metadata":{"page":{"number":\#(text)}}}]}]}"#
            let page = ChunkDecoder().outcome(of: reference)
            #expect(page.elements.first?.blocks.first?.metadata.page?.number == value, "\(text)")
            #expect(page.error?.code == (value == nil ? .numberOutOfRange : nil), "\(text)")
        }
    }

    @Test("A number inside an element may be as long as the limit, one that is skipped longer")
    func limit() {
        for length in [1_023, 1_024, 1_025] {
            let digits = [UInt8](repeating: UInt8(ascii: "1"), count: length - 2)
            let number = Array("0.".utf8) + digits
            for place in [TorturePlace.skippedInChunk, .skippedInBlock, .details] {
                guard length > 1_024 else {
                    place.expect(number, toBe: "")
                    continue
                }
                place.expect(number, refusedAs: .limitExceeded, at: 1_024)
            }
            TorturePlace.skipped.expect(number, toBe: "")
        }
    }
}

extension String {
    /// This text over and over, up to a length.
    fileprivate func cycled(to length: Int) -> Substring {
        String(repeating: self, count: length / count + 1).prefix(length)
    }
}
