public import ParseTransport
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Plays a recording: each exchange once, in its order, and nothing else.
///
/// ```swift
/// let transport = ReplayTransport(try ParseRecording(contentsOf: "Fixtures/invoice.parserecording"))
/// let client = try transport.client()
/// …
/// try transport.verify()
/// ```
///
/// A call of the API takes the next recorded one of its method, path and query that nobody has taken yet, whatever its
/// host and its key (what has none is taken for a request to the storage); what was asked less often when it was recorded fails with `TransportError.Kind.unexpectedRequest`.
/// The storage serves its documents by ranges, in whatever parts they are asked for; the refusals and the faults that were
/// recorded come in their order. Answers take no time; how long a client waits between them is its own clock's business.
public final class ReplayTransport: Transport {
    /// Bodies stream with backpressure.
    public var capabilities: TransportCapabilities { .streaming }

    private struct State {
        var isPlayed: [Bool]
        var isAsked: [Bool]
        var unexpected: [String] = []
    }

    private let recording: ParseRecording
    private let state: Mutex<State>

    /// Begins a replay.
    ///
    /// - Parameter recording: what is played.
    public init(_ recording: ParseRecording) {
        self.recording = recording
        self.state = Mutex(
            State(
                isPlayed: Array(repeating: false, count: recording.exchanges.count),
                isAsked: Array(repeating: false, count: recording.documents.count)))
    }

    /// Checks that everything was asked for that was recorded, and nothing else.
    ///
    /// Of a document it is enough that it was asked for once; in how many parts is the client's own business.
    ///
    /// - Throws: `MockScriptError` listing the exchanges and documents that nobody asked for, and the requests that were
    ///   not recorded.
    public func verify() throws(MockScriptError) {
        let state = state.withLock { $0 }
        var unsent: [String] = []
        for (exchange, isPlayed) in zip(recording.exchanges, state.isPlayed) where !isPlayed {
            if case .document = exchange.body, exchange.fault == nil { continue }
            unsent.append("\(exchange)")
        }
        for (document, isAsked) in zip(recording.documents, state.isAsked) where !isAsked {
            unsent.append("\(document)")
        }
        guard unsent.isEmpty, state.unexpected.isEmpty else {
            throw MockScriptError(unsent: unsent, unexpected: state.unexpected)
        }
    }

    /// Plays the exchange that a request asks for.
    ///
    /// - Parameter request: the request.
    /// - Returns: the recorded response.
    /// - Throws: the recorded fault, or `TransportError.Kind.unexpectedRequest`.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        try request.validate()
        if Task.isCancelled { throw SimulatedFault.cancelled }
        switch take(request) {
        case .exchange(let exchange): return try play(exchange, request)
        case .document(let number): return ReplayedDocument(recording.documents[number]).answer(request, fault: nil)
        case nil: throw unexpected(request)
        }
    }

    private enum Taken {
        case exchange(RecordedExchange)
        case document(Int)
    }

    private func take(_ request: TransportRequest) -> Taken? {
        let isStorage = request.headers["Authorization"] == nil
        let wanted = RecordingRedactor().text(request.url.absoluteString)
        return state.withLock { state in
            let next = recording.exchanges.indices.first { index in
                let exchange = recording.exchanges[index]
                guard !state.isPlayed[index], exchange.isStorage == isStorage, exchange.method == request.method else {
                    return false
                }
                return isStorage ? exchange.url == wanted : Self.target(exchange.url) == Self.target(of: request.url)
            }
            if let next {
                state.isPlayed[next] = true
                if case .document(let number) = recording.exchanges[next].body { state.isAsked[number - 1] = true }
                return .exchange(recording.exchanges[next])
            }
            // The last version of the document: another one may have stood there before.
            guard isStorage, request.method == .get,
                let number = recording.documents.lastIndex(where: { $0.url == wanted })
            else { return nil }
            state.isAsked[number] = true
            return .document(number)
        }
    }

    private func play(
        _ exchange: RecordedExchange,
        _ request: TransportRequest
    ) throws(TransportError) -> TransportResponse {
        guard let status = exchange.status else {
            throw exchange.fault?.error ?? TransportError(.other, phase: .awaitingResponse, message: "No head came.")
        }
        switch exchange.body {
        case .document(let number):
            return ReplayedDocument(recording.documents[number - 1]).answer(request, fault: exchange.fault)
        case .bytes(let bytes):
            var response = TransportResponse(status: status, headers: exchange.headers, body: bytes)
            if let fault = exchange.fault {
                response.body = response.body.breaking(after: fault.offset, with: fault.error)
            } else {
                response.head.headers["Content-Length"] = "\(bytes.count)"
            }
            return response
        }
    }

    private func unexpected(_ request: TransportRequest) -> TransportError {
        let asked = "\(request.method) \(RedactedURL(request.url))"
        let (left, hasPlayed) = state.withLock { state in
            let left = zip(recording.exchanges, state.isPlayed).filter { !$0.1 }.prefix(3).map { "\($0.0)" }
            return (left, state.isPlayed.contains(true))
        }
        let rest =
            left.isEmpty
            ? "Everything in the recording has been asked for\(hasPlayed ? " already" : "")."
            : "Not asked for yet: \(left.joined(separator: "; "))."
        let error = TransportError(
            .unexpectedRequest,
            phase: .notSent,
            message: "\(asked) is not in the recording, or not that often. \(rest)"
        )
        state.withLock { $0.unexpected.append(error.message) }
        return error
    }

    private static func target(of url: URL) -> Substring { target(url.absoluteString) }

    /// Path and query: a recording is played at whatever origin the client believes the API to be.
    private static func target(_ url: String) -> Substring {
        guard let slashes = url.firstRange(of: "://") else { return url[...] }
        return url[slashes.upperBound...].drop { $0 != "/" && $0 != "?" }
    }
}
