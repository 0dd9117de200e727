import ParseModels
import ParseOutput
import Testing

/// Each rule of RFC 8259, for a value that is skipped, one inside a chunk, and one that is built.
@Suite("The grammar of JSON")
struct GrammarTests {
    @Test("What the grammar allows is accepted wherever it stands", arguments: Self.accepted)
    func accepts(value: String) {
        for document in Self.documents(around: value) {
            let outcome = ChunkDecoder().outcome(of: document.text)
            #expect(outcome.error == nil, "\(document.text)")
            #expect(outcome.elements.count == document.chunks)
            #expect(OCRDecoder().outcome(of: document.text).error == nil)
        }
    }

    @Test("What the grammar forbids is refused at its byte, wherever it stands", arguments: Self.refused)
    func refuses(refusal: Refusal) {
        for document in Self.documents(around: refusal.value) {
            for error in [
                ChunkDecoder().outcome(of: document.text).error,
                BlockDecoder().outcome(of: document.text).error,
                OCRDecoder().outcome(of: document.text).error,
            ] {
                #expect(error?.code == refusal.code, "\(document.text)")
                #expect(error?.byteOffset == Int64(document.start + refusal.offset), "\(document.text)")
            }
        }
    }

    @Test("Bytes that are no UTF-8 are refused at the character they stand in", arguments: Self.invalidUTF8)
    func refusesInvalidUTF8(bytes: [UInt8]) {
        for start in ["{\"chunks\":[],\"later\":\"a", "{\"chunks\":[{\"content\":\"a"] {
            let prefix = Array(start.utf8)
            let error = ChunkDecoder().outcome(of: prefix + bytes + Array("\"}".utf8)).error
            #expect(error?.code == .invalidUTF8)
            #expect(error?.byteOffset == Int64(prefix.count))
        }
    }

    @Test("The first and last characters of each length of UTF-8 are accepted")
    func acceptsUTF8() {
        let text = "\u{80}\u{7FF}\u{800}\u{FFF}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{3FFFF}\u{40000}\u{10FFFF}\u{7F}"
        let outcome = ChunkDecoder().outcome(of: "{\"\(text)\":\"\(text)\",\"chunks\":[{\"content\":\"\(text)\"}]}")
        #expect(outcome == Outcome(elements: [Chunk(content: text)]))
    }

    @Test("A byte order mark, and anything but white space around the document, is refused")
    func aroundTheDocument() {
        let document = DecodingFixtures.minimal
        #expect(ChunkDecoder().outcome(of: " \t\r\n\(document)\n\r\t ").error == nil)
        #expect(ChunkDecoder().outcome(of: "\u{FEFF}\(document)").error?.code == .malformed)
        #expect(ChunkDecoder().outcome(of: "\u{FEFF}\(document)").error?.byteOffset == 0)
        for garbage in ["x", ",", "{}", "null", "]", "\u{0}", "\u{A0}", "\u{B}"] {
            let error = ChunkDecoder().outcome(of: document + garbage).error
            #expect(error?.code == .malformed)
            #expect(error?.byteOffset == Int64(document.utf8.count))
        }
    }

    @Test("Of a member that an element has twice, the last counts")
    func lastMemberWins() {
        let chunk = #"{"content":"a","type":"section","content":"b","type":null,"blocks":[{}],"blocks":[{"id":"x"}]}"#
        let outcome = ChunkDecoder().outcome(of: #"{"chunks":[\#(chunk)]}"#)
        #expect(outcome == Outcome(elements: [Chunk(content: "b", blocks: [Block(id: "x")])]))
    }
}

extension GrammarTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        var value: String
        var offset: Int
        var code: OutputDecodingError.Code = .malformed
        var testDescription: String { value }
    }

    /// Documents with a value in them, where it starts, and how many chunks each has.
    static func documents(around value: String) -> [(text: String, start: Int, chunks: Int)] {
        [
            ("{\"later\":", ",\"chunks\":[]}", 0),
            ("{\"chunks\":[{\"later\":", "}]}", 1),
            ("{\"chunks\":[{\"blocks\":[{\"details\":{\"later\":[1,", "]}}]}]}", 1),
        ].map { ($0.0 + value + $0.1, $0.0.utf8.count, $0.2) }
    }

    static let accepted = [
        "0", "-0", "1", "-1", "10", "0.0", "-0.10", "1.5", "1e5", "1E5", "1e+5", "1e-5", "0e0", "0.5E-07", "123e00",
        "9007199254740993", "18446744073709551616", "1e-400",
        "true", "false", "null", "\"\"", "\"a\"", "\" \"", "\"\u{7F}\"", "\"/\"",
        #""\"\\\/\b\f\n\r\t""#, #""\u0000\u001f\uffff\uFfFf""#, #""\ud83d\ude00\uDBFF\uDFFF""#, #""\ud7ff\ue000""#,
        "[]", "[ ]", "{}", "{ }", "[[],[[]]]", "[1 , 2]", #"{"":0}"#, #"{"a" : {"a":1,"a":2} , "b":[{}]}"#,
        "\t\n\r 1\t\n\r ",
    ]

    static let refused: [Refusal] =
        [
            ("01", 1), ("-01", 2), ("-", 1), ("--1", 1), ("+1", 0), (".5", 0), ("1.", 2), ("1.e5", 2), ("1e", 2),
            ("1e+", 3), ("1e5.0", 3), ("1.2.3", 3), ("0x10", 1), ("1_000", 1), ("- 1", 1), ("NaN", 0), ("Infinity", 0),
            ("-Infinity", 1), ("1 2", 2), ("00", 1), ("1f", 1),
            ("tru", 3), ("truE", 3), ("TRUE", 0), ("nul", 3), ("nulll", 4), ("falsee", 5), ("fals", 4), ("True", 0),
            ("'a'", 0), ("a", 0), ("undefined", 0), ("/*c*/1", 0), ("//", 0), ("\u{FEFF}1", 0), ("\u{A0}1", 0),
            ("\"\u{0}\"", 1), ("\"a\nb\"", 2), ("\"\t\"", 1), ("\"\u{1F}\"", 1), ("\u{C}1", 0),
            (#""\x""#, 2), (#""\'""#, 2), (#""\U0041""#, 2), (#""\u""#, 3), (#""\u00g0""#, 5), (#""\u00""#, 5),
            (#""\u{41}""#, 3), ("\"\\\n\"", 2), (#""\0""#, 2),
            ("[1,]", 3), ("[,1]", 1), ("[,]", 1), ("[1,,2]", 3), ("[1:2]", 2), ("[}", 1), ("[1}", 2),
            ("[\"a\" \"b\"]", 5),
            ("{,}", 1), (#"{"a":1,}"#, 7), (#"{"a"}"#, 4), (#"{"a":}"#, 5), (#"{"a" 1}"#, 5), (#"{"a",1}"#, 4),
            ("{1:2}", 1),
            ("{a:1}", 1), (#"{"a":1 "b":2}"#, 7), (#"{"a":1]"#, 6), ("{]", 1), (#"{"a":1,,"b":2}"#, 7),
            (#"{"a"::1}"#, 5),
            ("", 0),
        ].map { Refusal(value: $0.0, offset: $0.1) }
        + [
            (#""\ud83d""#, 1), (#""a\ud83dx""#, 2), (#""\ud83d\n""#, 1), (#""\ud83d\u0041""#, 1),
            (#""\ud83d\ud83d""#, 1),
            (#""\ude00""#, 1), (#""\ud83d\ude00\ude00""#, 13), (#""ab\udfff\ud800""#, 3), (#"{"\ud800":1}"#, 2),
        ].map { Refusal(value: $0.0, offset: $0.1, code: .loneSurrogate) }

    static let invalidUTF8: [[UInt8]] = [
        [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2, 0x22], [0xC2, 0xC2, 0x80], [0xE0, 0x80, 0x80],
        [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80],
        [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE],
        [0xFF],
    ]
}
