import ParseRetry

/// Asks a provider once for another token, however many calls were refused with the same one.
final class TokenRotation: Sendable {
    private struct Replacement: Sendable {
        let rejected: APIToken
        let token: APIToken?
    }

    private let call = SharedCall<Replacement>()

    /// Notes that a token was refused as well, so that the provider is asked again the next time.
    func refused(_ token: APIToken) {
        call.forget { $0.token == token }
    }

    /// Gives the token to use instead of one that was refused.
    ///
    /// - Parameters:
    ///   - rejected: the refused token.
    ///   - provider: whom to ask, where nobody has yet.
    /// - Returns: another token; `nil` if there is none.
    /// - Throws: what the provider throws; `CancellationError` as soon as the task is cancelled.
    func replacement(for rejected: APIToken, from provider: any TokenProvider) async throws -> APIToken? {
        let token = try await call.value(unless: { $0.rejected != rejected }) {
            Replacement(rejected: rejected, token: try await provider.replacement(for: rejected))
        }.token
        // That there is none now says nothing about the next time.
        if token == nil { call.forget { $0.token == nil } }
        return token
    }
}
