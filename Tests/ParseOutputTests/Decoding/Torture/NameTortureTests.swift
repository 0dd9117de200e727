import ParseModels
import ParseOutput
import Testing

/// Members' names, which are compared in some packed form or other.
@Suite("Names of every length and spelling")
struct NameTortureTests {
    @Test("A name that no member has is skipped, whatever its length and form")
    func unknown() {
        for length in 0...70 {
            for piece in ["n", "\\u006e", "é", "\\n", "\u{0}".debugEscape] {
                let name = String(repeating: piece, count: length)
                let blocks = #"[{"\#(name)":1,"id":"b"}]"#
                let document = #"{"\#(name)":1,"chunks":[{"\#(name)":1,"content":"c","blocks":\#(blocks)}]}"#
                expect(document, [Chunk(content: "c", blocks: [Block(id: "b")])])
            }
        }
    }

    @Test("A known name may be spelled with any of its letters escaped")
    func escaped() {
        for place in 0..<7 {
            let document = Self.document { Self.spelled($0, escaping: [place]) }
            expect(document, Self.chunks)
        }
        expect(Self.document { Self.spelled($0, escaping: Set(0..<40)) }, Self.chunks)
    }

    @Test("A name that is nearly a known one is another")
    func near() {
        for change in Self.changes {
            expect(#"{"\#(change("chunks"))":5,"chunks":[]}"#, [])
            expect(Self.document { $0 == "chunks" ? $0 : change($0) }, [Chunk()])
        }
    }

    /// Chunks with members of several lengths, the longest known name among them.
    static let chunks = [
        Chunk(
            type: .section, content: "c", metadata: ChunkMetadata(minOCRConfidence: 0.5),
            blocks: [Block(id: "b", parentBlockID: "p", metadata: BlockMetadata(textDirection: .init(rawValue: "ltr")))]
        )
    ]

    static func document(_ name: (String) -> String) -> String {
        """
        {"\(name("chunks"))":[{"\(name("type"))":"section","\(name("content"))":"c",\
        "\(name("metadata"))":{"\(name("minOcrConfidence"))":0.5},"\(name("blocks"))":[{"\(name("id"))":"b",\
        "\(name("parentBlockId"))":"p","\(name("metadata"))":{"\(name("textDirection"))":"ltr"}}]}]}
        """
    }

    private static func spelled(_ name: String, escaping places: Set<Int>) -> String {
        name.utf8.enumerated().map { index, byte in
            guard places.contains(index) else { return String(Unicode.Scalar(byte)) }
            return "\\u00" + String(byte, radix: 16, uppercase: index % 2 == 0)
        }.joined()
    }

    private static let changes: [@Sendable (String) -> String] = [
        { $0 + "\\u0000" }, { "\\u0000" + $0 }, { $0 + " " }, { " " + $0 }, { String($0.dropLast()) },
        { String($0.dropFirst()) }, { $0.uppercased() }, { $0 + $0 }, { $0 + "\u{301}" },
        { $0.prefix(1).uppercased() + $0.dropFirst() }, { $0.dropLast() + "~" }, { "~" + $0.dropFirst() },
        { $0.prefix(1) + "~" + $0.dropFirst(2) }, { $0 + String(repeating: "\\u0000", count: 32) },
        { $0 + String(repeating: "x", count: 256) }, { String($0.reversed()) + "_" },
    ]

    private func expect(_ document: String, _ chunks: [Chunk], _ location: SourceLocation = #_sourceLocation) {
        let outcome = ChunkDecoder().outcome(of: document)
        guard outcome != Outcome(elements: chunks) else { return }
        Issue.record("\(document) gives \(outcome.elements), \(outcome)", sourceLocation: location)
    }
}

extension String {
    fileprivate var debugEscape: String {
        utf16.map { "\\u" + String(repeating: "0", count: 4 - String($0, radix: 16).count) + String($0, radix: 16) }
            .joined()
    }
}
