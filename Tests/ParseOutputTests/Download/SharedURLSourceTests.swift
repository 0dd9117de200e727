import ParseModels
import ParseOutput
import Synchronization
import Testing

/// On the main actor, whose tasks begin in the order they are made in: so it is known who waits already.
@MainActor
@Suite("One call for a URL, however many want it", .timeLimit(.minutes(5)))
struct SharedURLSourceTests {
    private struct Failure: Error {}

    /// A source whose calls wait until they are answered.
    private nonisolated final class Service: Sendable {
        private let state = Mutex(State())

        private struct State {
            var calls = 0
            var cancelled = 0
            var waiting: [(number: Int, waiter: CheckedContinuation<PresignedURL, any Error>)] = []
        }

        var calls: Int { state.withLock { $0.calls } }
        var cancelled: Int { state.withLock { $0.cancelled } }

        func url() async throws -> PresignedURL {
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { waiter in
                    state.withLock {
                        $0.calls += 1
                        $0.waiting.append(($0.calls, waiter))
                    }
                }
            } onCancel: {
                state.withLock { $0.cancelled += 1 }
            }
        }

        /// Answers the calls under way, as soon as there is one, each with its number or all with a failure.
        func answer(failing failure: (any Error)? = nil) async {
            while true {
                let waiting = state.withLock { state in
                    defer { state.waiting = [] }
                    return state.waiting
                }
                for (number, waiter) in waiting {
                    if let failure {
                        waiter.resume(throwing: failure)
                    } else {
                        waiter.resume(returning: SharedURLSourceTests.url(number))
                    }
                }
                if !waiting.isEmpty { return }
                await Task.yield()
            }
        }

        func waitForCall(_ count: Int = 1) async {
            while calls < count { await Task.yield() }
        }
    }

    private nonisolated static func url(_ number: Int) -> PresignedURL {
        PresignedURL(rawValue: "https://storage.example/?n=\(number)")
    }

    /// Returns once so many wait: whoever began later would make a call of its own.
    private func waitUntil(_ count: Int, waitFor source: SharedURLSource) async {
        while source.waiting < count { await Task.yield() }
    }

    @Test("A URL that is at hand is given without a call, and so is one that another has got meanwhile")
    func atHand() async throws {
        let service = Service()
        let source = SharedURLSource(first: Self.url(0)) { try await service.url() }
        #expect(try await source.url() == Self.url(0))
        #expect(try await source.url(replacing: Self.url(7)) == Self.url(0))
        #expect(service.calls == 0)
        let waiter = Task { try await source.url(replacing: Self.url(0)) }
        await service.answer()
        #expect(try await waiter.value == Self.url(1))
        // Whoever comes late with the old one.
        #expect(try await source.url(replacing: Self.url(0)) == Self.url(1))
        #expect(service.calls == 1)
    }

    @Test("A URL that came by another way is given from then on")
    func offered() async throws {
        let source = SharedURLSource(first: Self.url(1)) { throw Failure() }
        source.offer(Self.url(2))
        #expect(try await source.url() == Self.url(2))
        #expect(try await source.url(replacing: Self.url(1)) == Self.url(2))
        await #expect(throws: Failure.self) { try await source.url(replacing: Self.url(2)) }
    }

    @Test("A service that gives the same URL again is believed, and asked again when it is refused again")
    func unchanged() async throws {
        let calls = Mutex(0)
        let source = SharedURLSource(first: Self.url(1)) {
            calls.withLock { $0 += 1 }
            return Self.url(1)
        }
        #expect(try await source.url(replacing: Self.url(1)) == Self.url(1))
        #expect(try await source.url(replacing: Self.url(1)) == Self.url(1))
        #expect(calls.withLock { $0 } == 2)
    }

    @Test("A failure is everybody's who waits, and nobody's who comes later")
    func failure() async throws {
        let service = Service()
        let source = SharedURLSource { try await service.url() }
        let waiters = (0..<5).map { _ in Task { try await source.url() } }
        await waitUntil(5, waitFor: source)
        await service.answer(failing: Failure())
        for waiter in waiters { await #expect(throws: Failure.self) { try await waiter.value } }
        #expect(service.calls == 1)
        let late = Task { try await source.url() }
        await service.answer()
        #expect(try await late.value == Self.url(2))
    }

    @Test("A waiter that is cancelled leaves at once, and the call goes on for the others")
    func cancelOne() async throws {
        let service = Service()
        let source = SharedURLSource { try await service.url() }
        let leaving = Task { try await source.url() }
        let staying = Task { try await source.url() }
        await waitUntil(2, waitFor: source)
        await service.waitForCall()
        leaving.cancel()
        await #expect(throws: CancellationError.self) { try await leaving.value }
        #expect(service.cancelled == 0)
        await service.answer()
        #expect(try await staying.value == Self.url(1))
        #expect(service.calls == 1)
    }

    @Test("When the last waiter has left, the call ends; what it says speaks for nobody who comes later")
    func cancelAll() async throws {
        let service = Service()
        let source = SharedURLSource { try await service.url() }
        let waiters = (0..<3).map { _ in Task { try await source.url() } }
        await waitUntil(3, waitFor: source)
        await service.waitForCall()
        for waiter in waiters { waiter.cancel() }
        for waiter in waiters { await #expect(throws: CancellationError.self) { try await waiter.value } }
        while service.cancelled == 0 { await Task.yield() }
        // The call has not ended yet when somebody else comes, who needs one of his own.
        let late = Task { try await source.url() }
        await service.waitForCall(2)
        await service.answer()
        #expect(try await late.value == Self.url(2))
        #expect(service.calls == 2)
    }

    @Test("A task that has been cancelled already gets nothing, and calls nobody")
    func cancelledBefore() async {
        let service = Service()
        let source = SharedURLSource(first: Self.url(1)) { try await service.url() }
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await source.url()
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(service.calls == 0)
    }

    @Test("A thousand tasks, some of which leave, get each URL by one call")
    func stress() async throws {
        let calls = Mutex(0)
        let source = SharedURLSource {
            let number = calls.withLock { count in
                count += 1
                return count
            }
            for _ in 0..<10 { await Task.yield() }
            try Task.checkCancellation()
            return Self.url(number)
        }
        var current: PresignedURL?
        for _ in 1...5 {
            let old = current
            let before = calls.withLock { $0 }
            let tasks = (0..<1_000).map { _ in Task { try await source.url(replacing: old) } }
            for (index, task) in tasks.enumerated() where index.isMultiple(of: 3) { task.cancel() }
            var given: Set<PresignedURL> = []
            for (index, task) in tasks.enumerated() {
                do {
                    given.insert(try await task.value)
                } catch {
                    #expect(error is CancellationError)
                    #expect(index.isMultiple(of: 3))
                }
            }
            // The first call may have been left by all who waited for it then.
            #expect(given.count == 1)
            #expect(calls.withLock { $0 } <= before + 334 + 1)
            current = given.first
            #expect(current != old)
        }
    }
}
