import ParseTransport

extension ConformanceBench {
    /// Sends a request and reads the whole body.
    func exchange(_ request: TransportRequest) async throws(TransportError) -> (head: ResponseHead, body: [UInt8]) {
        let response = try await transport.send(request)
        return (response.head, try await response.body.collect(upTo: 1 << 30))
    }

    /// Sends a request, reads the whole body, and says how it ended.
    func result(of request: TransportRequest) async -> ExchangeResult {
        do throws(TransportError) {
            let (head, body) = try await exchange(request)
            return .response(head, body)
        } catch {
            return .fault(error)
        }
    }

    /// Looks at how an exchange ended that was to fail.
    func expect(_ result: ExchangeResult, failsAs kind: TransportError.Kind, _ phase: TransportError.Phase?) {
        let expected = phase.map { "\(kind) (\($0))" } ?? "\(kind)"
        switch result {
        case .response(let head, let body):
            find("Expected \(expected), but got a response: status \(head.status) with \(body.count) bytes.")
        case .fault(let error):
            guard error.kind != kind || phase.map({ $0 != error.phase }) ?? false else { return }
            find("Expected \(expected), but got \(error)")
        }
    }
}
