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
    /// It is asked before each call, so keep the token rather than fetch it anew.
    ///
    /// - Returns: the token.
    /// - Throws: whatever keeps the token away; the call fails with ``ParseError/Code/tokenUnavailable``.
    func token() async throws -> APIToken

    /// Gives the token to use instead of one that the service refused with `401`.
    ///
    /// - Parameter rejected: the refused token.
    /// - Returns: another token, with which the call is tried once more; `nil` if there is none, which is the default.
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
