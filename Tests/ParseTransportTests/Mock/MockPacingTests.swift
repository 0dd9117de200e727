import ParseTesting
import ParseTransport
import Testing

@Suite("MockTransport, its time")
struct MockPacingTests {
    private func mock(_ exchange: MockExchange, on clock: ManualClock) -> MockTransport {
        MockTransport([exchange], clock: clock)
    }

    @Test("A delay passes on the injected clock before the head is there")
    func delay() async throws {
        let clock = ManualClock()
        let mock = mock(MockExchange(answer: .response(status: 200), after: .seconds(3)), on: clock)
        let request = try TransportRequest(.get, "https://h/")
        async let response = mock.send(request)
        try await clock.waitForSleepers()
        #expect(mock.requests.count == 1)
        #expect(clock.advanceToNextSleeper() == .seconds(3))
        #expect(try await response.status == 200)
    }

    @Test("A head that takes longer than the idle timeout times out then, and not later")
    func idle() async throws {
        let clock = ManualClock(.jumping)
        let mock = mock(MockExchange(answer: .response(status: 200), after: .seconds(3600)), on: clock)
        var request = try TransportRequest(.get, "https://h/")
        request.timeouts.idle = .seconds(5)
        let error = await #expect(throws: TransportError.self) { try await mock.send(request) }
        #expect(error?.kind == .timedOut)
        #expect(error?.phase == .awaitingResponse)
        #expect(clock.now.offset == .seconds(5))
    }

    @Test("Cancelling before the head ends the exchange at once")
    func cancelledBeforeHead() async throws {
        let clock = ManualClock()
        let mock = mock(MockExchange(answer: .response(status: 200), after: .seconds(3)), on: clock)
        let request = try TransportRequest(.get, "https://h/")
        let task = Task { try await mock.send(request) }
        try await clock.waitForSleepers()
        task.cancel()
        let error = await #expect(throws: TransportError.self) { try await task.value }
        #expect(error?.kind == .cancelled)
        #expect(error?.phase == .awaitingResponse)
        #expect(clock.now.offset == .zero)
        #expect(clock.sleepers == 0)
    }

    @Test("A task that is cancelled already gets no response, delay or not")
    func cancelledAlready() async throws {
        let mock = mock(MockExchange(answer: .response(status: 200)), on: ManualClock())
        let request = try TransportRequest(.get, "https://h/")
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await mock.send(request)
        }
        let error = await #expect(throws: TransportError.self) { try await task.value }
        #expect(error?.kind == .cancelled)
    }

    @Test("Cancelling in the body ends it, in a pause as between pieces", arguments: [true, false])
    func cancelledInBody(pausing: Bool) async throws {
        let clock = ManualClock()
        let body = pausing ? MockBody.bytes([1]).thenPause(.seconds(1)).then([2]) : .cut([1, 2], at: [1])
        let mock = mock(MockExchange(answer: .response(status: 200, body: body)), on: clock)
        let request = try TransportRequest(.get, "https://h/")
        let task = Task {
            var iterator = try await mock.send(request).body.makeAsyncIterator()
            let first = try await iterator.next()
            #expect(first == [1])
            if !pausing { withUnsafeCurrentTask { $0?.cancel() } }
            return try await iterator.next()
        }
        if pausing {
            try await clock.waitForSleepers()
            task.cancel()
        }
        let error = await #expect(throws: TransportError.self) { try await task.value }
        #expect(error?.kind == .cancelled)
        #expect(error?.phase == .receivingBody)
    }
}
