/// The name of a file as a name in Swift: `my-invoice 2` is `myInvoice2`.
struct SwiftName: Equatable {
    let text: String

    /// Makes a name; `nil` where no letter and no digit is in it.
    ///
    /// - Parameter fileName: the file's name, without what it ends in.
    init?(_ fileName: String) {
        let words = fileName.split { !$0.isLetter && !$0.isNumber }
        guard let first = words.first else { return nil }
        let name =
            Self.lowercasingFirst(first) + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        let isTaken = name.first?.isNumber == true || Self.taken.contains(name)
        text = isTaken ? "_" + name : Self.keywords.contains(name) ? "`\(name)`" : name
    }

    private static func lowercasingFirst(_ word: Substring) -> String {
        word.prefix(1).lowercased() + word.dropFirst()
    }

    /// What a static member may not be called at all, or what its accessor calls.
    private static let taken: Set = ["self", "type", "protocol", "init", "recorded"]

    /// What a static member may not be called without quotes.
    private static let keywords: Set = [
        "actor", "any", "as", "associatedtype", "async", "await", "break", "case", "catch", "class", "continue",
        "default",
        "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func",
        "guard",
        "if", "import", "in", "inout", "internal", "is", "let", "nil", "open", "operator", "precedencegroup",
        "private", "public", "repeat", "rethrows", "return", "static", "struct", "subscript",
        "super",
        "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]
}
