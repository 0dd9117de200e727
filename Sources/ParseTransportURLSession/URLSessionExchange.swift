import Foundation
import ParseTransport
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One exchange as its delegate sees it.
final class URLSessionExchange: Sendable {
    let pipe: ResponsePipe
    private let task: URLSessionDataTask
    private let method: TransportRequest.Method
    private let configuration: URLSessionTransport.Configuration
    private let notes = Mutex(Notes())

    private struct Notes {
        var refusedChallenge = false
        var isReused = false
    }

    init(
        _ task: URLSessionDataTask,
        pipe: ResponsePipe,
        method: TransportRequest.Method,
        configuration: URLSessionTransport.Configuration
    ) {
        self.task = task
        self.pipe = pipe
        self.method = method
        self.configuration = configuration
    }

    /// Notes that the server's demand for a password was refused, which `URLSession` on Linux reports as cancelling.
    func refusedChallenge() {
        notes.withLock { $0.refusedChallenge = true }
    }

    /// Notes which connection served the request.
    func usedConnection(isReused: Bool) {
        notes.withLock { $0.isReused = isReused }
    }

    func receive(_ response: URLResponse) {
        guard pipe.phase != .receivingBody, let response = response as? HTTPURLResponse else { return }
        do throws(TransportError) {
            let head = try ResponseHead(response, within: configuration.headerLimits)
            pipe.receive(head, length: try head.announcedBodyLength(answering: method))
            pipe.deliver()
        } catch {
            pipe.fail(error)
        }
    }

    func receive(_ data: Data) {
        let unread = pipe.receive(data)
        pipe.deliver()
        #if canImport(Darwin)
            if !pipe.admitsMore() { task.suspend() }
        #else
            if unread > configuration.maximumBufferedBytes {
                pipe.fail(
                    TransportError(
                        .bodyTooLarge,
                        phase: .receivingBody,
                        message: """
                            More than \(configuration.maximumBufferedBytes) bytes of the response body piled up unread; \
                            URLSession cannot hold its peer back on this platform.
                            """
                    )
                )
            }
        #endif
    }

    func end(_ error: (any Error)?) {
        let notes = notes.withLock { $0 }
        // A response without a body is not always announced to the delegate on Linux.
        if let response = task.response, error == nil || notes.refusedChallenge { receive(response) }
        guard let error, !(notes.refusedChallenge && pipe.phase == .receivingBody) else { return pipe.end(nil) }
        pipe.end(TransportError(error, phase: pipe.phase, onReusedConnection: notes.isReused))
    }
}

extension ResponseHead {
    /// The head that `URLSession` has parsed.
    ///
    /// Its fields have no order, so they are given that of their names.
    fileprivate init(_ response: HTTPURLResponse, within limits: HeaderLimits) throws(TransportError) {
        let fields = response.allHeaderFields
            .map { HeaderField(name: "\($0.key)", value: "\($0.value)") }
            .sorted { $0.name < $1.name }
        guard fields.count <= limits.fields else { throw Self.tooLarge("\(limits.fields) fields") }
        let bytes = fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
        guard bytes <= limits.bytes else { throw Self.tooLarge("\(limits.bytes) bytes") }
        self.init(status: response.statusCode, headers: HeaderFields(fields))
    }

    private static func tooLarge(_ limit: String) -> TransportError {
        TransportError(
            .headersTooLarge,
            phase: .awaitingResponse,
            message: "The response's header block is longer than \(limit)."
        )
    }
}
