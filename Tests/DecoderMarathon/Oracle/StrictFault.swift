/// Where a document stops being JSON, and why.
struct StrictFault: Error, Equatable {
    enum Reason: String {
        case malformed, truncated, invalidUTF8, loneSurrogate, tooDeep
    }

    /// What the fault lies in.
    enum Token {
        case structure, string, number, literal
    }

    let reason: Reason
    let offset: Int
    let token: Token
}
