/// Blocks, with all that can be in them.
extension OutputWriter {
    mutating func blocks(generations: Int) {
        array(generations > 5 ? 1 : random.below(taste.breadth + 1)) { $0.block(generations: generations) }
    }

    private mutating func block(generations: Int) {
        var members: [Member] = [
            ("object", { $0.put("\"block\"") }), ("id", { $0.string() }), ("parentBlockId", { $0.string() }),
            ("type", { $0.word(["text", "table", "table_cell", "figure", "key_value", "new_type"]) }),
            ("content", { $0.string() }), ("details", { $0.details() }), ("metadata", { $0.blockMetadata() }),
            ("polygon", { $0.array($0.random.below(5)) { $0.point() } }), ("boundingBox", { $0.boundingBox() }),
        ]
        if generations > 0 { members.append(("children", { $0.blocks(generations: generations - 1) })) }
        object(members)
    }

    private mutating func point() {
        object([("x", { $0.number() }), ("y", { $0.number() })])
    }

    mutating func boundingBox() {
        object([
            ("left", { $0.number() }), ("top", { $0.number() }), ("right", { $0.number() }),
            ("bottom", { $0.number() }),
        ])
    }

    private mutating func blockMetadata() {
        object([
            (
                "page",
                {
                    $0.object([
                        ("number", { $0.whole() }), ("width", { $0.number() }), ("height", { $0.number() }),
                    ])
                }
            ),
            ("sheet", { $0.object([("index", { $0.whole() }), ("name", { $0.string() })]) }),
            ("minOcrConfidence", { $0.number() }), ("avgOcrConfidence", { $0.number() }),
            ("layoutClass", { $0.word(["Text", "Table", "Picture/Figure/Image/Chart", "New"]) }),
            ("textDirection", { $0.word(["ltr", "rtl", "ttb"]) }),
        ])
    }

    private mutating func details() {
        let members: [String: [Member]] = [
            "text_details": [("cellReference", { $0.string() })],
            "table_details": [("rowCount", { $0.whole() }), ("columnCount", { $0.whole() })],
            "table_cell_details": [
                ("rowIndex", { $0.whole() }), ("columnIndex", { $0.whole() }), ("cellReference", { $0.string() }),
                ("formula", { $0.string() }),
                (
                    "formatting",
                    {
                        $0.object([
                            ("bold", { $0.word(["true", "false"], isQuoted: false) }),
                            ("italic", { $0.word(["true", "false"], isQuoted: false) }),
                            ("fontColor", { $0.string() }), ("backgroundColor", { $0.string() }),
                        ])
                    }
                ),
            ],
            "figure_details": [("imageUrl", { $0.string() }), ("figureType", { $0.word(["chart", "logo", "new"]) })],
            "barcode_details": [
                ("imageUrl", { $0.string() }), ("decodedValue", { $0.string() }), ("format", { $0.string() }),
            ],
            "formula_details": [("latex", { $0.string() })],
            "key_value_details": [("pairs", { $0.anything(depth: 2) })],
            "new_details": [("one", { $0.anything(depth: 3) }), ("two", { $0.anything(depth: 3) })],
        ]
        switch random.below(12) {
        case 0: put("{}")
        case 1: anything(depth: 4)
        default:
            let type = random.pick(members.keys.sorted())
            // Now and then the members of one type under the name of another.
            let others = random.happens(60) ? random.pick(members.keys.sorted()) : type
            object([("type", { $0.word([type]) })] + (members[others] ?? []))
        }
    }
}
