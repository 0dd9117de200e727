public import ParseTransport
import Synchronization

/// Fails every request, or the first few and sends the others through another transport.
///
/// ```swift
/// let offline = FailingTransport(TransportError(.hostNotFound, phase: .notSent, message: "There is no network."))
/// let flaky = FailingTransport(error, first: 2, then: api)
/// ```
public final class FailingTransport: Transport {
    private let error: TransportError
    private let base: (any Transport)?
    private let limit: Int
    private let failed = Mutex(0)

    /// Fails every request.
    ///
    /// - Parameter error: what they fail with.
    public init(_ error: TransportError) {
        self.error = error
        self.base = nil
        self.limit = .max
    }

    /// Fails the first requests, and sends the others through another transport.
    ///
    /// - Parameters:
    ///   - error: what the first requests fail with.
    ///   - count: how many they are.
    ///   - base: what sends the others.
    public init(_ error: TransportError, first count: Int, then base: any Transport) {
        self.error = error
        self.base = base
        self.limit = max(0, count)
    }

    /// How many requests have failed so far.
    public var failures: Int { failed.withLock { $0 } }

    /// Whatever the other transport can do; bodies stream where there is none.
    public var capabilities: TransportCapabilities { base?.capabilities ?? .streaming }

    /// Fails, or sends through the other transport.
    ///
    /// - Parameter request: the request.
    /// - Returns: the other transport's response.
    /// - Throws: the error, or whatever the other transport throws.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        try request.validate()
        let fails = failed.withLock { failed in
            guard failed < limit else { return false }
            failed += 1
            return true
        }
        guard !fails, let base else { throw error }
        return try await base.send(request)
    }
}
