import ParseRetry

/// Asks a provider once for another token, however many calls were refused with the same one.
///
/// A call takes a mark when it has its token, so that one that is refused late is known for one that was on its way while
/// another token was fetched.
final class TokenRotation: Sendable {
    /// How many replacements there had been when a call began.
    struct Mark: Sendable {
        fileprivate let replacements: Int
    }

    private let call = SharedCall<TokenReplacement>()

    /// Notes where a call begins.
    var mark: Mark { Mark(replacements: call.last?.number ?? 0) }

    /// Notes that a token was refused as well: final for who was on the way, and the next call asks the provider again.
    func refused(_ token: APIToken) {
        call.change { if $0?.token == token { $0?.isRefused = true } }
    }

    /// Gives the token to use instead of one that was refused.
    ///
    /// - Parameters:
    ///   - rejected: the refused token.
    ///   - mark: where the call began that was refused.
    ///   - provider: whom to ask, where nobody has yet.
    /// - Returns: another token; `nil` if there is none.
    /// - Throws: what the provider throws; `CancellationError` as soon as the task is cancelled.
    func replacement(
        for rejected: APIToken,
        since mark: Mark,
        from provider: any TokenProvider
    ) async throws -> APIToken? {
        while true {
            let replacement = try await call.value {
                !$0.settles(rejected, since: mark.replacements)
            } _: { [call] in
                let token = try await provider.replacement(for: rejected)
                let number = (call.last?.number ?? 0) + 1
                return TokenReplacement(of: rejected, by: token, number: number)
            }
            // Whoever joins a call that was made for another token may find that it brought what was just refused.
            guard replacement.settles(rejected, since: mark.replacements) else { continue }
            return replacement.isRefused ? nil : replacement.token
        }
    }
}
