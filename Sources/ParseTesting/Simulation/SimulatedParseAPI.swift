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
/// answered as the real hosts answer them.
///
/// ```swift
/// let clock = ManualClock(.jumping)
/// let api = SimulatedParseAPI(time: clock.timeSource)
/// api.add(try .processed("pr_1", output: SampleDocument(pages: 3).output, after: .seconds(8)))
/// api.inject(.rateLimited(retryAfter: .seconds(2)), atCall: 2)
/// let client = try api.client()
/// for try await chunk in client.chunks(of: "pr_1") { … }
/// ```
public final class SimulatedParseAPI: Transport {
    /// The key that the service knows; any other is refused with `401`.
    public let token: String

    /// How long a presigned URL lives.
    public let urlLifetime: Duration

    let time: TimeSource
    let state = Mutex(SimulatedState())

    /// Bodies stream with backpressure.
    public var capabilities: TransportCapabilities { .streaming }

    /// Opens the service, without any run.
    ///
    /// - Parameters:
    ///   - token: the key that it knows. Default: `sk_simulated`.
    ///   - urlLifetime: how long a presigned URL lives. Default: 15 minutes.
    ///   - time: where time comes from. Default: the system.
    public init(
        token: String = "sk_simulated",
        urlLifetime: Duration = .seconds(900),
        time: TimeSource = .system
    ) {
        self.token = token
        self.urlLifetime = urlLifetime
        self.time = time
    }

    /// Takes in a run, which begins now; one of the same id is replaced.
    ///
    /// - Parameter run: the run.
    public func add(_ run: SimulatedRun) {
        let began = time.now
        state.withLock { $0.runs[run.id] = SimulatedState.Entry(run: run, began: began) }
    }

    /// Deletes a run: the API and the storage no longer know it.
    ///
    /// - Parameter id: the run's id.
    public func delete(_ id: String) {
        state.withLock { _ = $0.runs.removeValue(forKey: id) }
    }

    /// Lets a call of the API go wrong.
    ///
    /// - Parameters:
    ///   - fault: how it goes wrong.
    ///   - number: which call, from 1.
    public func inject(_ fault: SimulatedFault, atCall number: Int) {
        state.withLock { $0.callFaults[number] = fault }
    }

    /// Lets a request to the storage go wrong.
    ///
    /// - Parameters:
    ///   - fault: how it goes wrong.
    ///   - number: which request to the storage, from 1.
    public func inject(_ fault: SimulatedFault, atDownload number: Int) {
        state.withLock { $0.downloadFaults[number] = fault }
    }

    /// Ends the life of every presigned URL given out so far.
    public func expireURLs() {
        state.withLock { $0.issued.removeAll() }
    }

    /// Everything that was asked, in order, without secrets.
    public var exchanges: [SimulatedExchange] {
        state.withLock { $0.exchanges }
    }

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

    /// Answers a request as the API or the storage would, by its host.
    ///
    /// - Parameter request: the request.
    /// - Returns: the answer.
    /// - Throws: a fault that was injected, or that the request is malformed.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        try request.validate()
        let isStorage = request.url.host == SimulatedStorage.host
        let (number, fault) = state.withLock { $0.count(isStorage: isStorage) }
        if Task.isCancelled { throw SimulatedFault.cancelled }
        if case .delay(let duration)? = fault?.kind {
            do {
                try await time.sleep(for: duration)
            } catch {
                throw SimulatedFault.cancelled
            }
        }
        if case .fault(let error)? = fault?.kind {
            record(request, isStorage: isStorage, status: nil)
            throw error
        }
        let response =
            isStorage
            ? SimulatedStorage(api: self).answer(request, fault: fault)
            : SimulatedService(api: self).answer(request, number: number, fault: fault)
        record(request, isStorage: isStorage, status: response.status)
        return response
    }

    private func record(_ request: TransportRequest, isStorage: Bool, status: Int?) {
        let exchange = SimulatedExchange(request, isStorage: isStorage, status: status)
        state.withLock { $0.exchanges.append(exchange) }
    }
}

extension SimulatedParseAPI: CustomStringConvertible, CustomReflectable {
    /// What it is, and nothing about its key.
    public var description: String { "SimulatedParseAPI" }

    /// A mirror that holds nothing secret, not even an invented one.
    public var customMirror: Mirror { Mirror(self, children: ["exchanges": exchanges]) }
}
