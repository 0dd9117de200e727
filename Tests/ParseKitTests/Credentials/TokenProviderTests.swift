import ParseTesting
import Synchronization
import Testing

@testable import ParseKit

@Suite("A token provider that hangs, or throws what it should not", .timeLimit(.minutes(1)))
struct TokenProviderTests {
    /// Heeds no cancellation, and answers when the test lets it.
    private final class Hanging: TokenProvider {
        let asked = Mailbox<Void>()
        let answers = Mailbox<String>()

        func token() async throws -> APIToken {
            asked.send(())
            return try APIToken(await answers.next())
        }
    }

    private struct Throwing: TokenProvider {
        func token() async throws -> APIToken { throw CancellationError() }
    }

    /// What a call of a provider that hangs ends with, once something was done about it.
    private func error(
        _ act: (ManualClock, Task<ParseError?, Never>) -> Void
    ) async throws -> (error: ParseError?, clock: ManualClock) {
        let (provider, clock) = (Hanging(), ManualClock())
        let client = ParseClient(
            tokens: provider,
            configuration: .init().with { $0.time = clock.timeSource },
            transport: MockTransport([])
        )
        let call = Task {
            do throws(ParseError) {
                _ = try await client.parseRun("pr_1")
                return ParseError?.none
            } catch {
                return error
            }
        }
        await provider.asked.next()
        act(clock, call)
        let error = await call.value
        provider.answers.send("sk_late")
        return (error, clock)
    }

    @Test("One that does not answer ends the call when its time is over, and the error says who it was")
    func timeout() async throws {
        let (error, clock) = try await error { clock, _ in clock.advance(by: .seconds(120)) }
        #expect(error?.code == .tokenUnavailable && error?.limit == .deadline && error?.isRetryable == true)
        #expect(error?.message == "The token provider did not answer within the call's time.")
        #expect(clock.waiters == 0)
    }

    @Test("One that throws is told by the kind of what it threw, whose text may hold a secret")
    func kind() async {
        struct VaultDown: Error { let password = "topsecret" }
        struct Failing: TokenProvider {
            func token() async throws -> APIToken { throw VaultDown() }
        }
        let client = ParseClient(tokens: Failing(), transport: MockTransport([]))
        let error = await #expect(throws: ParseError.self) { try await client.parseRun("pr_1") }
        #expect(error?.message == "The token provider gave no token: it threw VaultDown.")
    }

    @Test("One that does not answer does not hold up a cancellation")
    func cancellation() async throws {
        let (error, clock) = try await error { _, call in call.cancel() }
        #expect(error?.code == .cancelled)
        #expect(clock.waiters == 0)
    }

    @Test("One caller's time ends its own wait for another token, and not that of the others")
    func sharedRefresh() async throws {
        let bench = RotationBench()
        let client = bench.client
        let first = await bench.start("a", with: client)
        bench.answer("a", 401)
        #expect(await bench.asked.next() == "sk_0")
        bench.clock.advance(by: .seconds(60))
        let second = await bench.start("b", with: client)
        bench.answer("b", 401, 200)
        await bench.settle()
        bench.clock.advance(by: .seconds(60))
        #expect(await first.value == .tokenUnavailable)
        bench.answers.send("sk_1")
        #expect(await second.value == nil)
        #expect(bench.replaced == ["sk_0"] && bench.sent("b") == ["sk_0", "sk_1"])
    }

    @Test("Without time to ask, none is asked, and the call's time is what is over")
    func noTime() async throws {
        let provider = Hanging()
        provider.answers.send("sk_1")
        let client = ParseClient(
            tokens: provider,
            configuration: .init().with { $0.callTimeout = .zero },
            transport: MockTransport([])
        )
        let error = await #expect(throws: ParseError.self) { try await client.parseRun("pr_1") }
        #expect(error?.code == .timedOut && error?.limit == .deadline)
    }

    @Test("A cancellation that it throws by itself is its failure; the call was not cancelled")
    func itsOwnCancellation() async throws {
        let client = ParseClient(tokens: Throwing(), transport: MockTransport([]))
        let error = await #expect(throws: ParseError.self) { try await client.parseRun("pr_1") }
        #expect(error?.code == .tokenUnavailable)
        #expect(error?.cause is CancellationError)
    }
}
