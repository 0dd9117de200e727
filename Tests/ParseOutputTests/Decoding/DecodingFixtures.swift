import Testing

/// A document with a name to be shown by.
struct DecodingFixture: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String

    init(_ name: String, _ text: String) {
        testDescription = name
        self.text = text
    }

    var bytes: [UInt8] { Array(text.utf8) }
}

/// Invented documents, each small enough to be cut at every byte.
enum DecodingFixtures {
    static let all = outputs + [DecodingFixture("run", run)] + bad

    static let outputs = [
        DecodingFixture("output", output),
        DecodingFixture("reversed", reversed),
        DecodingFixture("odd", odd),
        DecodingFixture("nested", nested),
        DecodingFixture("minimal", minimal),
    ]

    static let bad = [
        DecodingFixture("faulty", faulty),
        DecodingFixture("invalid text", invalidText),
        DecodingFixture("wrong type", wrongType),
        DecodingFixture("cut short", cutShort),
    ]

    static let minimal = #"{"chunks":[]}"#

    /// Every kind of block and detail, and OCR.
    static let output = #"""
        {"chunks":[{"object":"chunk","type":"page","content":"# Ebb & Flow\n\n| a | b |","metadata":{"pageRange":
        {"start":1,"end":1},"minOcrConfidence":0.912,"avgOcrConfidence":null},"blocks":[{"object":"block","id":
        "block_1_aB3xY9","type":"heading","content":"# Ebb & Flow","details":{},"metadata":{"page":{"number":1,"width":
        1275,"height":1650},"minOcrConfidence":0.99,"layoutClass":"Heading","textDirection":"ltr"},"polygon":[{"x":150.5,
        "y":36.16179897837395},{"x":620.75,"y":120.25}],"boundingBox":{"left":150.5,"top":1.2025e2,"right":620.75,
        "bottom":168}},{"id":"t","type":"table","content":"","details":{"type":"table_details","rowCount":2,
        "columnCount":2.0},"polygon":[],"boundingBox":{"left":null,"top":-0.0},"children":[{"id":"c","parentBlockId":"t",
        "type":"table_cell","details":{"rowIndex":1,"columnIndex":0,"formula":"=A1","formatting":{"bold":true,"italic":
        false,"fontColor":"#fff"},"type":"table_cell_details"},"metadata":{"sheet":{"index":0,"name":"S"}}}]},
        {"type":"figure","details":{"type":"figure_details","imageUrl":"https://x.invalid/a?sig=s","figureType":"chart"}},
        {"type":"barcode","details":{"type":"barcode_details","decodedValue":"12","format":"QRCode"}},{"type":"formula",
        "details":{"type":"formula_details","latex":"a^2"}},{"type":"key_value","details":{"type":"key_value_details"}},
        {"details":{"type":"text_details","cellReference":"B2"}}]}],"ocr":{"words":[{"content":"Ebb","boundingBox":
        {"left":1,"top":2,"right":3,"bottom":4},"confidence":0.991,"pageNumber":1.0,"blockId":"b","rotation":null}],
        "lines":[{"content":"Ebb & Flow","pageNumber":1}]},"metadata":{"originalMimeType":"application/pdf","pages":
        [{"number":1,"rotationApplied":-90,"originalPageWidth":612,"dpi":150}]}}
        """#

    /// A run around an output, with metadata of its owner's before it.
    static let run = #"""
        {"object":"parse_run","id":"pr_1","metadata":{"pages":"mine","chunks":[1]},"status":"PROCESSED","output":{
        "metadata":{"finalMimeType":"image/png","pages":null},"chunks":[{"content":"one"},{"content":"two","blocks":null}
        ],"ocr":null},"outputUrl":null,"usage":{"credits":4}}
        """#

    /// Members in an order nobody expects, with unknown ones between.
    static let reversed = #"""
         { "later" : [ {} , [ [ ] ] , null , -1.5E+3 , "\u0041" ] , "metadata" : { "pages" : [ ] , "new" : { } } ,
         "ocr":{"extra":0,"lines":[{"confidence":1,"content":"l1"},{"content":"l2"}],"words":null},"chunks":[ {"blocks" :
         [{"boundingBox":{"bottom":4,"right":3},"id":"b1","extra":{"a":[true,false,null]}},{"id":"b2"}],"content":"x",
         "type":"section"} , {"metadata":{"pageRange":{"end":4,"start":3}}} ] } 
        """#

    /// Escapes, characters of every length, keys with escapes and every form of number.
    static let odd = #"""
        {"ch\u0075nks":[{"content":"\"\\\/\b\f\n\r\t\u00e9\u20AC\uD83D\ude00 é漢😀","type":"b","blocks":[{
        "polygon":[{"x":0,"y":-0},{"x":1e3,"y":-1.25E-2},{"x":123456789012345678901234567890,"y":0.1},{"x":5e-324,
        "y":1.7976931348623157e308},{"\u0079":9007199254740993,"x":2.2250738585072011e-308}],"details":{"n":[1,2.5,1e2,
        12345678901234567890,null,true,{"😀":"\ud83d\ude00"}]}},{"details":{"type":"table_details","rowCount":"two"}}]}]}
        """#

    /// Children inside children, and deep values that are skipped.
    static let nested = #"""
        {"deep":[[[[[[[[{"a":{"b":{"c":[1,[2,[3]]]}}}]]]]]]]],"chunks":[{"blocks":[{"id":"1","children":[{"id":"2",
        "children":[{"id":"3","children":[{"id":"4","children":[]}]}]}]}]}]}
        """#

    /// Breaks off being JSON inside the third chunk.
    static let faulty = #"{"chunks":[{"content":"a"},{"content":"b"},{"content":"c","blocks":[{"note":tru}]}]}"#

    /// Holds half a surrogate pair in its second chunk.
    static let invalidText = #"{"chunks":[{"content":"a"},{"content":"\ud83dx"}]}"#

    /// Has a string for a number in its second chunk.
    static let wrongType = #"{"chunks":[{},{"blocks":[{},{"boundingBox":{"left":"7"}}]}],"metadata":{"pages":1}}"#

    /// Ends inside the second chunk.
    static let cutShort = #"{"chunks":[{"content":"a"},{"content":"b","blocks":[{"id":"x"},{"id":"y"#
}
