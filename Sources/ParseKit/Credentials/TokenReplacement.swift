/// What a provider gave instead of a refused token.
struct TokenReplacement: Sendable {
    let rejected: APIToken

    /// The other token; `nil` if there is none.
    let token: APIToken?

    /// Its number among the replacements, from 1.
    let number: Int

    /// Whether the other token was refused as well.
    var isRefused = false

    init(of rejected: APIToken, by token: APIToken?, number: Int) {
        self.rejected = rejected
        // The same token once more is none.
        self.token = token == rejected ? nil : token
        self.number = number
    }

    /// Whether a call that was refused needs to ask no more.
    ///
    /// - Parameters:
    ///   - refused: the token that it was refused with.
    ///   - count: how many replacements there were when it began.
    /// - Returns: whether this is its answer, be it that there is no other token.
    func settles(_ refused: APIToken, since count: Int) -> Bool {
        if refused == token { return false }
        let isOfTheSame = refused == rejected
        // It came while the call was on its way: where it brought a token, that is newer than any older one.
        if number > count { return isOfTheSame || token != nil }
        // It was there before: it may help, but that there was none, or none that helps, may have changed.
        return isOfTheSame && token != nil && !isRefused
    }
}
