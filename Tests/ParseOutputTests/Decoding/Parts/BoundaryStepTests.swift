import Testing

@testable import ParseOutput

/// The scanner's step of up to 128 bytes by itself, which single bytes take the place of where nothing is optimised.
@Suite("The ends of containers, step by step")
struct BoundaryStepTests {
    @Test("Backslashes before a quote are told apart at every place of a step")
    func backslashes() {
        for place in 0...140 {
            for count in [1, 2, 3, 62 + place % 5] where usesVectors || (place + count) % 4 == 0 {
                let text = String(repeating: "y", count: place) + String(repeating: #"\"#, count: count)
                expectEnd(of: "[\"\(text)\",\"]\"]  \"]")
            }
        }
    }

    @Test("An end is found at every place of a step, and so is none", arguments: [0, 3, 31])
    func places(depth: Int) {
        let brackets = String(repeating: "[{", count: depth) + String(repeating: "}]", count: depth)
        for place in 0...260 where usesVectors || place % 7 == 0 {
            let text =
                "[" + String(repeating: "1", count: place / 2) + brackets + String(repeating: " ", count: place / 2)
            expectEnd(of: text + "]")
            expectEnd(of: text + "]]}")
            expectEnd(of: text)
        }
    }

    @Test("Brackets, quotes and escapes in any order give what a naive look gives", arguments: 0..<16)
    func random(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed) &+ 600)
        for _ in 0..<(usesVectors ? 200 : 5) {
            let parts = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                BoundaryScannerTests.parts.randomElement(using: &generator) ?? ""
            }
            let text = "[" + parts.joined()
            expectEnd(of: text, cutAt: Int.random(in: 1...max(1, text.utf8.count - 1), using: &generator))
        }
    }

    private func expectEnd(of text: String, cutAt cut: Int = 65, _ location: SourceLocation = #_sourceLocation) {
        let bytes = Array(text.utf8)
        let expected = NaiveBoundary.end(of: bytes, from: 0)
        for cuts in [[bytes.count], [min(cut, bytes.count), bytes.count]] {
            let end = InputBuffer(bytes, at: 0).withBytes { padded in
                var scanner = BoundaryScanner(first: padded[0])
                var index = 0
                for cut in cuts {
                    while index < cut { if scanner.step(padded, &index, cut) { return index as Int? } }
                }
                return nil
            }
            guard end != expected else { continue }
            Issue.record("\(text), cut at \(cuts): \(end as Any), not \(expected as Any)", sourceLocation: location)
        }
    }
}
