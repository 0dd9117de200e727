public import ParseTransport

/// A transport that repeats what is likely to pass, over any other transport.
///
/// It keeps no state of its own: the throttle in its configuration is what calls share. The body of a successful
/// response is handed on unread; a fault in it is the reader's to resume.
public struct RetryingTransport: Transport {
    let base: any Transport
    let configuration: RetryConfiguration
    let time: TimeSource
    let random: RandomSource

    /// Decorates a transport.
    ///
    /// - Parameters:
    ///   - base: what sends each attempt.
    ///   - configuration: policies and limits. Default: the standard ones.
    ///   - time: where time comes from. Default: the system.
    ///   - random: where jitter comes from. Default: the system.
    public init(
        _ base: any Transport,
        configuration: RetryConfiguration = RetryConfiguration(),
        time: TimeSource = .system,
        random: RandomSource = .system
    ) {
        self.base = base
        self.configuration = configuration
        self.time = time
        self.random = random
    }

    /// What the decorated transport can do.
    public var capabilities: TransportCapabilities { base.capabilities }

    /// Sends a request, as often as the policies allow.
    ///
    /// - Parameter request: what to send.
    /// - Returns: the last attempt's response, of whatever status.
    /// - Throws: the last attempt's fault.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        do throws(RetryError) {
            return try await perform(request).response
        } catch {
            throw error.fault
        }
    }

    /// Sends a request, as often as the policies and a deadline allow, and tells what it took.
    ///
    /// - Parameters:
    ///   - request: what to send.
    ///   - deadline: when the response must be there, attempts and waits included. Default: never.
    ///   - limit: the most bytes of a successful response's body to read within the attempt, so that a body that breaks
    ///     off is fetched again. Default: `nil`, the body is handed on unread.
    ///   - isReadable: whether a body that was read is what was asked for; if not, it is fetched again as the policy says,
    ///     and handed on all the same in the end. Default: any is.
    /// - Returns: the last attempt's response, of whatever status, with the timeline.
    /// - Throws: the last attempt's fault, with the timeline.
    public func perform(
        _ request: TransportRequest,
        before deadline: Deadline = .never,
        collectingUpTo limit: Int? = nil,
        accepting isReadable: @escaping @Sendable (ResponseHead, [UInt8]) -> Bool = { _, _ in true }
    ) async throws(RetryError) -> RetriedResponse {
        var call = RetryCall(transport: self, request: request, deadline: deadline, collectingUpTo: limit, isReadable)
        return try await call.run()
    }

    /// The same transport, that tells somebody else what happens.
    package func observing(_ observe: @escaping @Sendable (RetryEvent) -> Void) -> RetryingTransport {
        RetryingTransport(base, configuration: configuration.with { $0.observe = observe }, time: time, random: random)
    }
}
