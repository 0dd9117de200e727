import Testing

@testable import ParseOutput

/// Where values end that are looked at for nothing else, in one piece and in many.
@Suite("The ends of values that pass")
struct BoundaryScannerTests {
    @Test("Runs of backslashes of every length before a quote end where they should, at every place")
    func backslashes() {
        for count in 0...20 {
            for place in stride(from: count % 3, through: 140, by: usesVectors ? 1 : 7) {
                let text = String(repeating: "y", count: place) + String(repeating: #"\"#, count: count)
                // With an odd count the quote belongs to the string, and with it the bracket behind.
                let value = count % 2 == 0 ? "[\"\(text)\",\"]\"]" : "[\"\(text)\"]\"]"
                expectEnd(of: "\(value),\"]", value.utf8.count, pieces: [40, 64])
                expectEnd(of: "\"\(text)\(count % 2 == 0 ? "" : "\"")\" ", pieces: [1, 33])
            }
        }
    }

    @Test("Brackets, quotes and escapes in any order give what a naive look gives", arguments: 0..<30)
    func random(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed))
        for _ in 0..<(usesVectors ? 60 : 8) {
            var text = [#"{"a":"#, "[", #"""#].randomElement(using: &generator) ?? "["
            for _ in 0..<Int.random(in: 0...80, using: &generator) {
                text += Self.parts.randomElement(using: &generator) ?? ""
            }
            expectEnd(of: text, pieces: [1, 7, 40, 130, 200], seed: seed)
        }
    }

    static let parts = [
        "{", "[", "]", "}", "\"", "\"", #"\""#, #"\\"#, #""\\\\""#, #""[{\"""#, ",", ":", " ", "xyz", "é", "[]", "{}",
        String(repeating: "z", count: 31), String(repeating: #"\\"#, count: 9), String(repeating: "[", count: 20),
        String(repeating: "]", count: 20),
    ]

    @Test("A string's and a scalar's end is found wherever it stands", arguments: ["\"", "1", "-", "t", "n"])
    func others(first: String) {
        for length in 0...70 {
            let body = String(repeating: first == "\"" ? "[" : "7", count: length)
            for end in [",", "}", "]", ":", " ", "\n", "\"", "[", "{"] {
                expectEnd(of: first + body + (first == "\"" ? "\"" + end : end), pieces: [9])
            }
            expectEnd(of: first + body, pieces: [9])
        }
    }

    @Test("A backslash outside every string means the same in one piece as in single bytes")
    func strayBackslashes() {
        let rest = String(repeating: " ", count: 60) + "\"]}]}"
        for value in [#"[\]"#, #"[\\]"#, #"[\[]]"#, #"{\}"#, #"[\"]"]"#, #"["\\"\]"#, #"[\\"]"]"#] {
            let bytes = Array((value + rest).utf8)
            let whole = end(of: bytes, in: [bytes.count])
            for length in [1, 2, 3, 35] {
                #expect(end(of: bytes, in: Self.cuts(bytes.count, length)) == whole, "\(value) in pieces of \(length)")
            }
        }
    }

    @Test("Every byte is scanned once, and none before the value's start is needed")
    func once() {
        let text = Array(("xyz[\"" + String(repeating: #"\\a"#, count: 700) + "\",[]]").utf8)
        InputBuffer(text, at: 0).withBytes { bytes in
            var scanner = BoundaryScanner(first: bytes[3])
            for end in stride(from: 4, to: text.count, by: 97) {
                #expect(scanner.scan(bytes, from: 3, to: end) == nil)
                #expect(scanner.scanned == end - 3)
            }
            #expect(scanner.scan(bytes, from: 3, to: text.count) == text.count)
            #expect(scanner.scanned == text.count - 3)
        }
    }

    // MARK: Comparing

    private func expectEnd(
        of text: String,
        _ known: Int? = nil,
        pieces: [Int],
        seed: Int = 0,
        _ location: SourceLocation = #_sourceLocation
    ) {
        let bytes = Array(text.utf8)
        let expected = NaiveBoundary.end(of: bytes, from: 0)
        if let known, expected != known { Issue.record("naively \(text) ends at \(expected as Any)") }
        var generator = SeededGenerator(state: UInt64(seed))
        var ends = [end(of: bytes, in: [bytes.count])]
        for length in pieces {
            ends.append(end(of: bytes, in: Self.cuts(bytes.count, length)))
            let random = bytes.pieces(upTo: length, by: &generator).map(\.endIndex)
            ends.append(end(of: bytes, in: random))
        }
        guard ends.contains(where: { $0 != expected }) else { return }
        Issue.record("\(text): \(ends), not \(expected as Any)", sourceLocation: location)
    }

    /// The end that a scanner finds which sees the bytes up to each of some indices in turn.
    private func end(of bytes: [UInt8], in cuts: [Int]) -> Int? {
        InputBuffer(bytes, at: 0).withBytes { padded in
            var scanner = BoundaryScanner(first: padded[0])
            for cut in cuts {
                if let end = scanner.scan(padded, from: 0, to: cut) { return end }
            }
            return nil
        }
    }

    private static func cuts(_ count: Int, _ length: Int) -> [Int] {
        Array(stride(from: length, to: count, by: length)) + [count]
    }
}
