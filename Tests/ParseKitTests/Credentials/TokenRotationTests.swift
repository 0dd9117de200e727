import Synchronization
import Testing

@testable import ParseKit

@Suite("Another token instead of a refused one")
struct TokenRotationTests {
    /// A vault that has no other token the first time it is asked.
    private final class LateVault: TokenProvider {
        let asked = Mutex(0)

        func token() async throws -> APIToken { try APIToken("sk_old") }

        func replacement(for rejected: APIToken) async throws -> APIToken? {
            let isFirst = asked.withLock { asked in
                asked += 1
                return asked == 1
            }
            return isFirst ? nil : try APIToken("sk_new")
        }
    }

    @Test("A provider that had none is asked again; one that had some is not")
    func none() async throws {
        let (rotation, vault) = (TokenRotation(), LateVault())
        let old = try APIToken("sk_old")
        #expect(try await rotation.replacement(for: old, since: rotation.mark, from: vault) == nil)
        for _ in 0..<2 {
            let other = try await rotation.replacement(for: old, since: rotation.mark, from: vault)
            #expect(try other == APIToken("sk_new"))
        }
        #expect(vault.asked.withLock(\.self) == 2)
    }
}
