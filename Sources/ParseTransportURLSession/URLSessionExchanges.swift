import Foundation
import ParseTransport
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The exchanges of one session, found by their tasks.
final class URLSessionExchanges: NSObject, Sendable {
    /// Serial: what a task's delegate is told, and its suspending and resuming, happen one after the other.
    let queue: OperationQueue

    /// Cancelling waits inside `URLSession` on Linux, and deadlocks where it runs inside a task's cancellation.
    private let cancelling = DispatchQueue(label: "URLSessionTransport.cancelling")
    private let configuration: URLSessionTransport.Configuration
    private let running = Mutex<[Int: URLSessionExchange]>([:])

    init(configuration: URLSessionTransport.Configuration) {
        self.configuration = configuration
        self.queue = OperationQueue()
        queue.maxConcurrentOperationCount = 1
    }

    /// Starts an exchange and returns the pipe that its response comes through.
    func start(_ request: TransportRequest, in session: URLSession) -> ResponsePipe {
        let task = session.dataTask(with: URLRequest(request))
        let pipe = ResponsePipe(
            highWaterMark: configuration.highWaterMark,
            onDemand: { [queue] in
                #if canImport(Darwin)
                    queue.addOperation { task.resume() }
                #else
                    // Nothing was suspended: on Linux that would start the transfer again from its first byte.
                    _ = queue
                #endif
            },
            onAbandon: { [cancelling] in cancelling.async { task.cancel() } }
        )
        let exchange = URLSessionExchange(task, pipe: pipe, method: request.method, configuration: configuration)
        running.withLock { $0[task.taskIdentifier] = exchange }
        // Nothing tells when the request goes out, so it is taken to be out from the start.
        pipe.requestWillBeSent()
        task.resume()
        return pipe
    }

    /// Fails what still runs and lets the session go.
    func endAll(invalidating session: URLSession) {
        let exchanges = running.withLock { running in
            defer { running = [:] }
            return running.values.map(\.pipe)
        }
        for pipe in exchanges {
            pipe.end(TransportError(.cancelled, phase: pipe.phase, message: "The transport was released."))
        }
        cancelling.async { session.invalidateAndCancel() }
    }

    private func exchange(of task: URLSessionTask) -> URLSessionExchange? {
        running.withLock { $0[task.taskIdentifier] }
    }
}

extension URLSessionExchanges: URLSessionDataDelegate {
    func urlSession(
        _ session: URLSession,
        dataTask: URLSessionDataTask,
        didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        exchange(of: dataTask)?.receive(response)
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        exchange(of: dataTask)?.receive(data)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let exchange = running.withLock { $0.removeValue(forKey: task.taskIdentifier) }
        exchange?.end(error)
    }

    /// Every redirect is refused, so that the 3xx itself is the response and no field goes to another origin.
    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    /// A demand for a password is refused, so that the 401 or 407 itself is the response; trust is the system's matter.
    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        #if canImport(Darwin)
            switch challenge.protectionSpace.authenticationMethod {
            case NSURLAuthenticationMethodServerTrust, NSURLAuthenticationMethodClientCertificate:
                completionHandler(.performDefaultHandling, nil)
            default:
                completionHandler(.rejectProtectionSpace, nil)
            }
        #else
            exchange(of: task)?.refusedChallenge()
            completionHandler(.cancelAuthenticationChallenge, nil)
        #endif
    }

    #if canImport(Darwin)
        func urlSession(
            _ session: URLSession,
            task: URLSessionTask,
            didFinishCollecting metrics: URLSessionTaskMetrics
        ) {
            let last = metrics.transactionMetrics.last
            exchange(of: task)?.usedConnection(isReused: last?.isReusedConnection ?? false)
        }
    #endif
}
