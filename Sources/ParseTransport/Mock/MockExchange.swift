/// One step of a ``MockTransport``'s script: what is asked, what is answered, and after how long.
public struct MockExchange: Sendable, CustomStringConvertible {
    /// What the request must look like.
    public var expectation: MockExpectation

    /// What it is answered with.
    public var answer: MockAnswer

    /// How long the answer's head takes, on the mock's clock.
    public var delay: Duration

    /// Scripts an exchange.
    ///
    /// - Parameters:
    ///   - expectation: what the request must look like. Default: anything.
    ///   - answer: what it is answered with.
    ///   - delay: how long the head takes. Default: no time.
    public init(_ expectation: MockExpectation = .anything, answer: MockAnswer, after delay: Duration = .zero) {
        self.expectation = expectation
        self.answer = answer
        self.delay = delay
    }

    /// The expectation and the answer.
    public var description: String { "\(expectation) → \(answer)" }
}
