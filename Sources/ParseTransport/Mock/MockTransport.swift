import Synchronization

/// A transport that plays a script: each request takes the next exchange, once, in order.
///
/// ```swift
/// let transport = MockTransport([
///     MockExchange(.get("/parse_runs/pr_1"), answer: .response(status: 429), after: .seconds(1)),
///     MockExchange(.get("/parse_runs/pr_1"), answer: .json(#"{"id": "pr_1", "status": "PROCESSED"}"#)),
/// ])
/// ```
///
/// A request that does not match the next exchange fails with ``TransportError/Kind/unexpectedRequest`` and leaves the
/// script where it was. ``verify()`` says what was expected and not sent. Delays pass on the injected clock, and a delay
/// longer than the request's ``TransportTimeouts/idle`` times out as it would on a real network.
public final class MockTransport: Transport {
    /// What this mock claims of its bodies; code under test plans by it.
    public let capabilities: TransportCapabilities

    private let clock: any Clock<Duration>
    private let state: Mutex<State>

    private struct State: Sendable {
        var script: [MockExchange]
        var position = 0
        var requests: [TransportRequest] = []
        var unexpected: [String] = []
    }

    /// Makes a mock of its script.
    ///
    /// - Parameters:
    ///   - script: the exchanges, in the order they are expected. Default: none yet.
    ///   - capabilities: what the mock claims of its bodies. Default: streaming.
    ///   - clock: the clock that delays pass on. Default: the system's.
    public init(
        _ script: [MockExchange] = [],
        capabilities: TransportCapabilities = .streaming,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.capabilities = capabilities
        self.clock = clock
        self.state = Mutex(State(script: script))
    }

    /// Adds exchanges to the end of the script.
    ///
    /// - Parameter exchanges: what is expected after all that is scripted already.
    public func expect(_ exchanges: MockExchange...) {
        state.withLock { $0.script += exchanges }
    }

    /// Every request that was sent, in order, matched or not.
    public var requests: [TransportRequest] {
        state.withLock { $0.requests }
    }

    /// The exchanges that nobody has asked for yet.
    public var remaining: [MockExchange] {
        state.withLock { Array($0.script[$0.position...]) }
    }

    /// Checks that the whole script was played and that nothing else was asked for.
    ///
    /// - Throws: ``MockScriptError`` listing the exchanges not sent and the requests not expected.
    public func verify() throws(MockScriptError) {
        let (unsent, unexpected) = state.withLock { ($0.script[$0.position...].map(\.description), $0.unexpected) }
        guard unsent.isEmpty, unexpected.isEmpty else {
            throw MockScriptError(unsent: unsent, unexpected: unexpected)
        }
    }

    /// Plays the next exchange.
    ///
    /// - Parameter request: the request, recorded in ``requests``.
    /// - Returns: the scripted response.
    /// - Throws: the scripted fault, or ``TransportError/Kind/unexpectedRequest``.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        try request.validate()
        let exchange = try take(for: request)
        let pacing = MockPacing(clock: clock, idle: request.timeouts.idle)
        try await pacing.pause(for: exchange.delay, phase: .awaitingResponse)
        switch exchange.answer.outcome {
        case .failure(let error): throw error
        case .response(let head, let body): return TransportResponse(head: head, body: body.play(pacing))
        }
    }

    private func take(for request: TransportRequest) throws(TransportError) -> MockExchange {
        let next: Result<MockExchange, TransportError> = state.withLock { state in
            state.requests.append(request)
            let expected = state.position < state.script.count ? state.script[state.position] : nil
            if let expected, expected.expectation.matches(request) {
                state.position += 1
                return .success(expected)
            }
            let awaited = expected.map { "The script expects \($0.expectation) next." } ?? "The script is at its end."
            let message = "\(request) was not expected. \(awaited)"
            state.unexpected.append(message)
            return .failure(TransportError(.unexpectedRequest, phase: .notSent, message: message))
        }
        return try next.get()
    }
}
