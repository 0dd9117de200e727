import LoopbackServer
public import ParseTransport

extension TransportConformance {
    /// Proves the case on a transport and says what is wrong, for whoever has a use of their own for it.
    ///
    /// A case that the transport's `capabilities` do not claim finds nothing.
    ///
    /// - Parameters:
    ///   - options: what the case has to know of the transport. Default: the standard ones.
    ///   - makeTransport: makes the transport, once.
    /// - Returns: what was expected, what came and what to look at, a sentence or two each; empty where all is well.
    /// - Throws: what making the transport threw, or that this machine gives no socket to listen on.
    public func findings(
        options: TransportConformanceOptions = .standard,
        on makeTransport: @Sendable () throws -> any Transport
    ) async throws -> [String] {
        let transport = try makeTransport()
        guard isClaimed(by: transport.capabilities) else { return [] }
        let bench = ConformanceBench(transport: transport, options: options, advice: advice)
        let ended = LoopbackGate()
        // Not waited for beyond the patience: a transport may hang where it cannot be cancelled.
        let task = Task {
            defer { ended.open() }
            do {
                try await check(bench)
            } catch let error as TransportError {
                bench.find("An exchange failed that should not have: \(error)")
            }
        }
        if await ended.opened(within: options.patience * 3) {
            try await task.value
        } else {
            task.cancel()
            bench.find("The case did not come to an end within \(options.patience * 3): an exchange hangs.")
        }
        return bench.findings
    }

    /// Whether a transport of these capabilities is asked for the case at all.
    private func isClaimed(by capabilities: TransportCapabilities) -> Bool {
        switch self {
        case .backpressure, .lateReader: capabilities.streamsWithBackpressure
        default: true
        }
    }
}
