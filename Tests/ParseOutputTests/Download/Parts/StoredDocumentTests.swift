import Testing

@testable import ParseOutput

@Suite("Whether two answers are about the same document")
struct StoredDocumentTests {
    private static func document(
        _ tag: String? = nil, _ date: String? = nil, _ length: Int64? = nil, _ coding: ContentCoding = .identity
    ) -> StoredDocument {
        StoredDocument(eTag: ETag(tag), lastModified: date, length: length, coding: coding)
    }

    private static let (a, b, weak) = ("\"a\"", "\"b\"", "W/\"a\"")
    private static let (today, tomorrow) = ("Tue, 24 Nov 2026 11:00:00 GMT", "Wed, 25 Nov 2026 11:00:00 GMT")

    /// What is known, what is answered, and what follows, in both directions.
    private static let cases: [(StoredDocument, StoredDocument, StoredDocument.Agreement)] = [
        (document(a), document(a), .same),
        (document(a), document(b), .other),
        (document(a, today, 9), document(a, tomorrow, 9), .same),
        (document(a, nil, 9), document(a, nil, 8), .other),
        (document(a, nil, 9), document(a), .same),
        (document(a, today, 9), document(nil, today, 9), .same),
        (document(a, today, 9), document(nil, tomorrow, 9), .other),
        (document(a, today, 9), document(nil, today), .unproven),
        (document(a, nil, 9), document(nil, nil, 9), .unproven),
        (document(a, today), document(b, today), .other),
        (document(weak), document(weak), .unproven),
        (document(weak, today, 9), document(weak, today, 9), .same),
        (document(weak), document(a), .other),
        (document(nil, today), document(nil, today), .unproven),
        (document(nil, today, 9), document(nil, today, 9), .same),
        (document(nil, today, 9), document(nil, today, 8), .other),
        (document(), document(), .unproven),
        (document(a, nil, nil, .gzip), document(a), .other),
        (document(a, nil, nil, .gzip), document(a, nil, nil, .gzip), .same),
    ]

    @Test("Tags first, then the date together with the length; a difference anywhere is one", arguments: cases.indices)
    func agreement(_ index: Int) {
        let (known, answered, agreement) = Self.cases[index]
        #expect(known.agrees(with: answered) == agreement)
        #expect(answered.agrees(with: known) == agreement)
    }

    @Test("A strong tag, or a date and a length, is what a part can be known by")
    func validators() {
        #expect(Self.document(Self.a).hasValidator)
        #expect(Self.document(nil, Self.today, 9).hasValidator)
        #expect(!Self.document(Self.weak).hasValidator)
        #expect(!Self.document(nil, Self.today).hasValidator)
        #expect(!Self.document(Self.weak, nil, 9).hasValidator)
        #expect(Self.document(Self.weak).strongTag == nil)
        #expect(Self.document(Self.a).strongTag?.text == Self.a)
    }
}
