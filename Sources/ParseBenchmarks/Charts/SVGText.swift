/// Words in SVG.
enum SVGText {
    /// What XML takes for markup, written so that it does not.
    static func escaped(_ words: String) -> String {
        words.reduce(into: "") { text, character in
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            default: text.append(character)
            }
        }
    }

    static func label(_ words: String, _ kind: String, x: Double, y: Double, anchor: String = "start") -> String {
        let place = #"x="\#(Quantity.number(x, digits: 1))" y="\#(Quantity.number(y, digits: 1))""#
        return #"<text class="\#(kind)" \#(place) text-anchor="\#(anchor)">\#(escaped(words))</text>"#
    }
}
