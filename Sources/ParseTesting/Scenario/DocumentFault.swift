/// A fault at one byte of a stored document, which strikes the first answer that reaches it.
struct DocumentFault: Sendable {
    enum Kind: Sendable {
        case breaking
        case stalling
        case corrupting
    }

    let kind: Kind
    let offset: Int
    let runID: String?
    var hasStruck = false

    var description: String {
        let what =
            switch kind {
            case .breaking: "a broken connection"
            case .stalling: "a silence"
            case .corrupting: "a corrupted byte"
            }
        return "\(what) at byte \(offset) of \(runID.map { "the output of \($0)" } ?? "an output")"
    }
}
