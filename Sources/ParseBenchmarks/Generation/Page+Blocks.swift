extension Page {
    mutating func writeHeading(_ style: BlockStyle, mark: StaticString, to chunk: inout ChunkParts) {
        let text = text(in: &chunk) { page, text in
            text.append(mark)
            page.prose(bytes: page.random.number(14...56), to: &text)
        }
        write(style, text: text, height: 28, to: &chunk)
    }

    mutating func writeParagraph(to chunk: inout ChunkParts) {
        let length = random.number(60...830)
        let text = text(in: &chunk) { $0.prose(bytes: length, to: &$1) }
        write(.paragraph, text: text, height: 20 + length / 4, to: &chunk)
    }

    mutating func writeList(to chunk: inout ChunkParts) {
        let items = random.number(2...6)
        let text = text(in: &chunk) { page, text in
            for item in 0..<items {
                text.append(item == 0 ? "- " : #"\n- "#)
                page.prose(bytes: page.random.number(24...120), to: &text)
            }
        }
        write(.list, text: text, height: 24 * items, to: &chunk)
    }

    mutating func writeKeyValue(to chunk: inout ChunkParts) {
        let text = text(in: &chunk) { page, text in
            page.prose(bytes: 12, to: &text)
            text.append(": ")
            page.prose(bytes: 24, to: &text)
        }
        write(.keyValue, text: text, height: 24, to: &chunk) { $0.append(#"{"type":"key_value_details"}"#) }
    }

    mutating func writeFormula(to chunk: inout ChunkParts) {
        let text = text(in: &chunk) { page, text in
            text.append(#"\\frac{\\partial x_{"#)
            text.append(page.random.number(1...99))
            text.append(#"}}{\\partial t}=\\sum_{i=1}^{n}\\alpha_i"#)
        }
        let latex = chunk.content
        write(.formula, text: text, height: 60, to: &chunk) { details in
            details.append(#"{"type":"formula_details","latex":""#)
            details.append(text, of: latex)
            details.append(#""}"#)
        }
    }

    mutating func writeFigure(to chunk: inout ChunkParts) {
        let text = text(in: &chunk) { page, text in
            text.append(#"<figure type=\"chart\">"#)
            page.prose(bytes: page.random.number(80...400), to: &text)
            text.append("<caption>")
            page.prose(bytes: page.random.number(40...120), to: &text)
            text.append("</caption></figure>")
        }
        let id = BlockID(page: number, index: blockIndex, seed: seed)
        write(.figure, text: text, height: 300, to: &chunk) { details in
            details.append(#"{"type":"figure_details","imageUrl":"https://storage.example.invalid/figures/"#)
            details.append(id)
            details.append(#".png?expires=3600&signature=0a1b2c3d4e5f60718293a4b5c6d7e8f9","figureType":"chart"}"#)
        }
    }

    mutating func writePageNumber(to chunk: inout ChunkParts) {
        let text = text(in: &chunk) { page, text in text.append(page.number) }
        write(.pageNumber, text: text, height: 20, to: &chunk)
    }
}
