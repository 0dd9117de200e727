/// A kind of document to decode.
enum Workload: String, CaseIterable, Codable {
    case pages
    case sections
    case document
    case cjk
    case escaped
    case ocr
    case run
    case smallRun = "small-run"

    /// What it is, for the list.
    var summary: String {
        switch self {
        case .pages: "an output in chunks of a page, about 31 KB each"
        case .sections: "an output in chunks of a section, about 120 KB each"
        case .document: "an output that is one single chunk"
        case .cjk: "pages in Chinese and Japanese, as UTF-8"
        case .escaped: "the same, every such character as \\uXXXX"
        case .ocr: "pages with their OCR words, which make up most of the bytes"
        case .run: "a whole run around its output"
        case .smallRun: "a whole run of about 4 KB"
        }
    }

    /// The number of pages in a chunk; `nil` where one chunk holds them all.
    var pagesPerChunk: Int? {
        switch self {
        case .sections: 4
        case .document: nil
        default: 1
        }
    }

    /// The value of the member `type` of its chunks.
    var chunkType: StaticString {
        switch self {
        case .sections: "section"
        case .document: "document"
        default: "page"
        }
    }

    /// Whether a run stands around the output.
    var isRun: Bool { self == .run || self == .smallRun }

    /// The share of the bytes that the chunks get, in thousandths; the rest are OCR words.
    var chunksPerMille: Int { self == .ocr ? 150 : 1000 }

    /// The most blocks on a page; `nil` where a page is full.
    var blocksPerPage: Int? { self == .smallRun ? 3 : nil }

    /// The size in bytes where it is not a matter of choice.
    var fixedSize: Int? { self == .smallRun ? 4000 : nil }
}
