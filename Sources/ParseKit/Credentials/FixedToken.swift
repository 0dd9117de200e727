/// A provider of one token that never changes.
public struct FixedToken: TokenProvider {
    let value: APIToken

    /// Provides a token.
    ///
    /// - Parameter token: the token.
    public init(_ token: APIToken) {
        self.value = token
    }

    /// Gives the token.
    ///
    /// - Returns: always the same.
    /// - Throws: nothing.
    public func token() async throws -> APIToken { value }
}
