import ParseTransport

/// The header `RateLimit` of the IETF draft: what is left of each quota, and when it is whole again.
///
/// One item looks like `"default";r=0;t=30`: nothing left, whole again in 30 seconds.
struct RateLimitField {
    /// The seconds until the last of the used up quotas is whole again; `nil` where something is left of each.
    let exhaustedFor: Int64?

    /// Reads the field's value; `nil` for what is not such a list.
    init?(_ text: String) {
        var longest: Int64?
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            let parts = item.split(separator: ";", omittingEmptySubsequences: false).map { Self.trimmed($0) }
            guard let name = parts.first, Self.isName(name) else { return nil }
            var remaining: Int64?
            var reset: Int64?
            for parameter in parts.dropFirst() {
                let pair = parameter.split(separator: "=", maxSplits: 1)
                guard let key = pair.first else { return nil }
                switch key {
                case "r", "t":
                    // As many digits as a structured field may have.
                    guard pair.count == 2, let number = Int64(digits: pair[1], atMost: 15) else { return nil }
                    if key == "r" { remaining = number } else { reset = number }
                default: continue
                }
            }
            guard let remaining else { return nil }
            if remaining == 0, let reset { longest = max(longest ?? 0, reset) }
        }
        self.exhaustedFor = longest
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let isSpace = { (character: Character) in character == " " || character == "\t" }
        let rest = text.drop(while: isSpace)
        return rest.prefix(rest.count - rest.reversed().prefix(while: isSpace).count)
    }

    /// A string in quotes, or a token.
    private static func isName(_ text: Substring) -> Bool {
        if text.hasPrefix("\"") { return text.count >= 2 && text.hasSuffix("\"") }
        return text.first?.isLetter == true && !text.contains("=")
    }
}
