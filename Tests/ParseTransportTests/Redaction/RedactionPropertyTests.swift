import ParseTransport
import Testing

/// Numbers that a seed repeats.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) | (state << 31)
    }
}

@Suite("Redaction, whatever stands around a URL")
struct RedactionPropertyTests {
    private static let surroundings = [
        " ", "\t", "\n", "\r\n", "\"", "'", "`", "<", ">", "(", ")", "[", "]", "{", "}", ",", ";", ":", ".", "|", "\\",
        "/",
        "?", "&", "=", "#", "%", "%3F", "%3A", "@", "é", "🙂", "\u{301}", "\u{200D}", "\u{A0}", "<redacted>", "a",
        "url=", "…",
    ]
    private static let urls = [
        "https://h/p?sig=topsecret", "https://u:topsecret@h/p", "HTTP://h?a=1&b=topsecret", "https://h/p#topsecret",
        "https%3A%2F%2Fh%2Fp%3Fsig%3Dtopsecret", "https:\\/\\/u:topsecret@h\\/p?a=topsecret",
        "wss://topsecret@h", "https://h/p?a=<redacted>&b=topsecret", "https://u:top'secret@h/",
        "https://h/?a=(topsecret)",
    ]

    @Test(
        "No secret of a URL comes through, and redacting again changes nothing",
        arguments: 1...20 as ClosedRange<UInt64>)
    func noSecret(seed: UInt64) {
        var generator = SeededGenerator(state: seed)
        for _ in 0..<200 {
            var text = ""
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                for _ in 0..<Int.random(in: 0...4, using: &generator) {
                    text += Self.surroundings.randomElement(using: &generator) ?? ""
                }
                text += Self.urls.randomElement(using: &generator) ?? ""
            }
            text += Self.surroundings.randomElement(using: &generator) ?? ""
            let once = RedactedText(text).description
            #expect(!once.contains("secret"), "seed \(seed): \(text.debugDescription)")
            #expect(RedactedText(once).description == once, "seed \(seed): \(text.debugDescription)")
        }
    }
}
