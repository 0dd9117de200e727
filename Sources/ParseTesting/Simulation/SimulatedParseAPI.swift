public import ParseKit
public import ParseRetry
public import ParseTransport
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The service and its storage in memory: a transport that answers as they do, without a socket.
///
/// Runs go their way on an injected clock; presigned URLs expire; ranges, validators, rate limits and refusals are
/// answered as the real hosts answer them. What happens is told by a ``ParseScenario``, or as the test goes along.
///
/// ```swift
/// let clock = ManualClock(.jumping)
/// let scenario = ParseScenario()
///     .run(SimulatedRun("pr_1").processing(for: .seconds(8)).processed(.pages(3)))
///     .failing(.rateLimited(retryAfter: .seconds(2)), atCall: 2)
/// let api = SimulatedParseAPI(scenario, time: clock.timeSource)
/// let client = try api.client()
/// for try await chunk in client.chunks(of: "pr_1") { … }
/// try api.verify()
/// ```
public final class SimulatedParseAPI: Transport {
    /// How long a presigned URL lives.
    public let urlLifetime: Duration

    let time: TimeSource
    let keys: [SimulatedKey]
    let pieceSize: Int
    let state: Mutex<SimulatedState>
    private let opened: Duration

    /// Bodies stream with backpressure.
    public var capabilities: TransportCapabilities { .streaming }

    /// Opens the service as a scenario tells.
    ///
    /// - Parameters:
    ///   - scenario: what happens; its times count from now.
    ///   - time: where time comes from. Default: the system.
    public init(_ scenario: ParseScenario, time: TimeSource = .system) {
        self.urlLifetime = scenario.lifetime
        self.time = time
        let usual = SimulatedKey(token: ParseScenario.defaultToken, begin: .zero, end: nil)
        self.keys = scenario.keys.isEmpty ? [usual] : scenario.keys
        self.pieceSize = scenario.pieceSize
        self.state = Mutex(SimulatedState(scenario))
        self.opened = time.now
    }

    /// Opens the service, without any run.
    ///
    /// - Parameters:
    ///   - token: the key that it knows. Default: `sk_simulated`.
    ///   - urlLifetime: how long a presigned URL lives. Default: 15 minutes.
    ///   - time: where time comes from. Default: the system.
    public convenience init(
        token: String = "sk_simulated",
        urlLifetime: Duration = .seconds(900),
        time: TimeSource = .system
    ) {
        self.init(ParseScenario().token(token).urlLifetime(urlLifetime), time: time)
    }

    /// A key that the service knows now, of several the one named last; any other is refused with `401`.
    public var token: String {
        let elapsed = elapsed
        let key = keys.last { $0.isKnown(at: elapsed) } ?? keys.last
        return key?.token ?? ParseScenario.defaultToken
    }

    /// The time since the service was opened.
    var elapsed: Duration { time.now - opened }

    /// A client of this service.
    ///
    /// - Parameter configuration: everything but time, which is the service's. Default: the defaults.
    /// - Returns: the client.
    /// - Throws: `ParseError` if the service's token is none.
    public func client(
        configuration: ParseClientConfiguration = ParseClientConfiguration()
    ) throws(ParseError) -> ParseClient {
        try ParseClient(token: token, configuration: configuration.with { $0.time = time }, transport: self)
    }

    /// A client of this service whose key is provided call by call.
    ///
    /// - Parameters:
    ///   - tokens: gives the key for each call.
    ///   - configuration: everything but time, which is the service's. Default: the defaults.
    /// - Returns: the client.
    public func client(
        tokens: any TokenProvider,
        configuration: ParseClientConfiguration = ParseClientConfiguration()
    ) -> ParseClient {
        ParseClient(tokens: tokens, configuration: configuration.with { $0.time = time }, transport: self)
    }

    /// Answers a request as the API or the storage would, by its host.
    ///
    /// - Parameter request: the request.
    /// - Returns: the answer.
    /// - Throws: a fault that the scenario tells of or that was injected, or that the request is malformed.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        try request.validate()
        let visit = admit(request)
        if Task.isCancelled { throw SimulatedFault.cancelled }
        do throws(TransportError) {
            try await endure(visit, idle: request.timeouts.idle)
        } catch {
            if error.kind != .cancelled { record(request, visit, status: nil) }
            throw error
        }
        let response = answer(request, visit)
        record(request, visit, status: response.status)
        return response
    }

    private func admit(_ request: TransportRequest) -> SimulatedVisit {
        let host: SimulatedHost = request.url.host == SimulatedStorage.host ? .storage : .api
        let elapsed = elapsed
        let path = keys.map(\.token).filter { !$0.isEmpty }
            .reduce(request.url.path(percentEncoded: true)) { $0.replacing($1, with: "<redacted>") }
        return state.withLock { state in
            let runID =
                switch host {
                case .api: SimulatedService.runID(of: request.url)
                case .storage: SimulatedStorage.signature(of: request.url).flatMap { state.issued[$0]?.runID }
                }
            return state.admit(path, of: runID, to: host, at: elapsed)
        }
    }

    private func record(_ request: TransportRequest, _ visit: SimulatedVisit, status: Int?) {
        let exchange = SimulatedExchange(request, visit, status: status)
        state.withLock { $0.exchanges.append(exchange) }
    }
}

extension SimulatedParseAPI: CustomStringConvertible, CustomReflectable {
    /// What it is, and nothing about its key.
    public var description: String { "SimulatedParseAPI" }

    /// A mirror that holds nothing secret, not even an invented one.
    public var customMirror: Mirror { Mirror(self, children: ["exchanges": exchanges]) }
}
