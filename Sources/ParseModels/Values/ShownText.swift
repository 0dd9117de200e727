/// A text as it may be shown in one line: what is no character to look at is escaped, its length bounded.
///
/// A line break, or a mark that turns the direction of what follows, could make a log say what nobody logged.
package struct ShownText: CustomStringConvertible {
    /// The text that is safe to show.
    package let description: String

    /// Escapes and cuts a text.
    ///
    /// - Parameters:
    ///   - text: a text from anywhere.
    ///   - limit: the most characters kept, counted as Unicode's scalars. Default: all.
    package init(_ text: String, limit: Int = .max) {
        if text.utf8.count <= limit, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            description = text
            return
        }
        var shown = ""
        var rest = text.unicodeScalars[...]
        for scalar in rest.prefix(limit) {
            if Self.isEscaped(scalar) {
                shown += scalar.escaped(asASCII: true)
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        rest = rest.dropFirst(limit)
        description = rest.isEmpty ? shown : shown + "…"
    }

    private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: scalar.properties.isBidiControl
        }
    }
}
