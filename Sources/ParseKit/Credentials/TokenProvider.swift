/// Where the client takes its token from: for keys that rotate or live in a vault.
///
/// ```swift
/// struct VaultToken: TokenProvider {
///     let vault: Vault
///     func token() async throws -> APIToken { try APIToken(await vault.read("extend")) }
///     func replacement(for rejected: APIToken) async throws -> APIToken? { try APIToken(await vault.refresh("extend")) }
/// }
/// ```
public protocol TokenProvider: Sendable {
    /// Gives the token for the next call.
    ///
    /// It is asked before each call, so keep the token rather than fetch it anew. The time it takes is of the call's own
    /// (``ParseClientConfiguration/callTimeout``): its task is cancelled when that is over, or the call is cancelled, and
    /// the call ends whether it heeds that or not.
    ///
    /// - Returns: the token.
    /// - Throws: whatever keeps the token away; the call fails with ``ParseError/Code/tokenUnavailable``.
    func token() async throws -> APIToken

    /// Gives the token to use instead of one that the service refused with `401`.
    ///
    /// It is asked once at a time, however many calls were refused with that token, or with an older one meanwhile; a call
    /// that began after an answer that did not help asks again. Its task is cancelled when the last of them has left.
    ///
    /// - Parameter rejected: the refused token.
    /// - Returns: another token, with which each of the calls is tried once more; `nil` if there is none, which is the
    ///   default. The refused token itself counts as none.
    /// - Throws: whatever keeps the token away; the call fails with ``ParseError/Code/tokenUnavailable``.
    func replacement(for rejected: APIToken) async throws -> APIToken?
}

extension TokenProvider {
    /// There is no other token.
    ///
    /// - Parameter rejected: the refused token.
    /// - Returns: `nil`.
    /// - Throws: nothing.
    public func replacement(for rejected: APIToken) async throws -> APIToken? { nil }
}
