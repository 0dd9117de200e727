@testable import ParseOutput

/// A member's name as a literal, which is what comparisons with it are compiled for.
struct MemberName: Sendable {
    let text: String
    let stands: @Sendable (PaddedBytes, Int) -> Bool
    let matches: @Sendable (MemberKey) -> Bool

    /// Names of the API, and some of lengths that it has none of.
    static let all: [MemberName] = [
        MemberName(text: "x") {
            MemberKey.stands("x", in: $0, at: $1)
        } matches: {
            "x" ~= $0
        },
        MemberName(text: "id") {
            MemberKey.stands("id", in: $0, at: $1)
        } matches: {
            "id" ~= $0
        },
        MemberName(text: "dpi") {
            MemberKey.stands("dpi", in: $0, at: $1)
        } matches: {
            "dpi" ~= $0
        },
        MemberName(text: "type") {
            MemberKey.stands("type", in: $0, at: $1)
        } matches: {
            "type" ~= $0
        },
        MemberName(text: "right") {
            MemberKey.stands("right", in: $0, at: $1)
        } matches: {
            "right" ~= $0
        },
        MemberName(text: "width") {
            MemberKey.stands("width", in: $0, at: $1)
        } matches: {
            "width" ~= $0
        },
        MemberName(text: "object") {
            MemberKey.stands("object", in: $0, at: $1)
        } matches: {
            "object" ~= $0
        },
        MemberName(text: "bottom") {
            MemberKey.stands("bottom", in: $0, at: $1)
        } matches: {
            "bottom" ~= $0
        },
        MemberName(text: "details") {
            MemberKey.stands("details", in: $0, at: $1)
        } matches: {
            "details" ~= $0
        },
        MemberName(text: "content") {
            MemberKey.stands("content", in: $0, at: $1)
        } matches: {
            "content" ~= $0
        },
        MemberName(text: "metadata") {
            MemberKey.stands("metadata", in: $0, at: $1)
        } matches: {
            "metadata" ~= $0
        },
        MemberName(text: "children") {
            MemberKey.stands("children", in: $0, at: $1)
        } matches: {
            "children" ~= $0
        },
        MemberName(text: "pageRange") {
            MemberKey.stands("pageRange", in: $0, at: $1)
        } matches: {
            "pageRange" ~= $0
        },
        MemberName(text: "confidence") {
            MemberKey.stands("confidence", in: $0, at: $1)
        } matches: {
            "confidence" ~= $0
        },
        MemberName(text: "boundingBox") {
            MemberKey.stands("boundingBox", in: $0, at: $1)
        } matches: {
            "boundingBox" ~= $0
        },
        MemberName(text: "decodedValue") {
            MemberKey.stands("decodedValue", in: $0, at: $1)
        } matches: {
            "decodedValue" ~= $0
        },
        MemberName(text: "textDirection") {
            MemberKey.stands("textDirection", in: $0, at: $1)
        } matches: {
            "textDirection" ~= $0
        },
        MemberName(text: "parentBlockId") {
            MemberKey.stands("parentBlockId", in: $0, at: $1)
        } matches: {
            "parentBlockId" ~= $0
        },
        MemberName(text: "readingEnabled") {
            MemberKey.stands("readingEnabled", in: $0, at: $1)
        } matches: {
            "readingEnabled" ~= $0
        },
        MemberName(text: "rotationApplied") {
            MemberKey.stands("rotationApplied", in: $0, at: $1)
        } matches: {
            "rotationApplied" ~= $0
        },
        MemberName(text: "minOcrConfidence") {
            MemberKey.stands("minOcrConfidence", in: $0, at: $1)
        } matches: {
            "minOcrConfidence" ~= $0
        },
        MemberName(text: "originalPageWidth") {
            MemberKey.stands("originalPageWidth", in: $0, at: $1)
        } matches: {
            "originalPageWidth" ~= $0
        },
        MemberName(text: "excelUseRawCellValues") {
            MemberKey.stands("excelUseRawCellValues", in: $0, at: $1)
        } matches: {
            "excelUseRawCellValues" ~= $0
        },
        MemberName(text: "excelSkipHiddenContent") {
            MemberKey.stands("excelSkipHiddenContent", in: $0, at: $1)
        } matches: {
            "excelSkipHiddenContent" ~= $0
        },
        MemberName(text: "abcdefghijklmnopqrstuvwx") {
            MemberKey.stands("abcdefghijklmnopqrstuvwx", in: $0, at: $1)
        } matches: {
            "abcdefghijklmnopqrstuvwx" ~= $0
        },
        MemberName(text: "abcdefghijklmnopqrstuvwxyzABC") {
            MemberKey.stands("abcdefghijklmnopqrstuvwxyzABC", in: $0, at: $1)
        } matches: {
            "abcdefghijklmnopqrstuvwxyzABC" ~= $0
        },
        MemberName(text: "abcdefghijklmnopqrstuvwxyzABCD") {
            MemberKey.stands("abcdefghijklmnopqrstuvwxyzABCD", in: $0, at: $1)
        } matches: {
            "abcdefghijklmnopqrstuvwxyzABCD" ~= $0
        },
        MemberName(text: "abcdefghijklmnopqrstuvwxyzABCDEF") {
            MemberKey.stands("abcdefghijklmnopqrstuvwxyzABCDEF", in: $0, at: $1)
        } matches: {
            "abcdefghijklmnopqrstuvwxyzABCDEF" ~= $0
        },
    ]

    init(
        text: String,
        stands: @escaping @Sendable (PaddedBytes, Int) -> Bool,
        matches: @escaping @Sendable (MemberKey) -> Bool
    ) {
        self.text = text
        self.stands = stands
        self.matches = matches
    }
}

extension MemberName {
    /// The name as it is written, with its quotes and the colon.
    var written: [UInt8] { Array("\"\(text)\":".utf8) }
}
