import ParseRetry
import ParseTransport

/// Sends one request to the storage host and reads what its answer means.
struct StorageExchange: Sendable {
    let transport: any Transport
    let configuration: DownloadConfiguration
    let time: TimeSource

    /// The longest time until the head of an answer.
    let headTimeout: Duration

    /// When the download must have ended.
    let deadline: Deadline

    /// What came back.
    struct Opened: Sendable {
        let answer: StorageAnswer

        /// When its head was there.
        let arrived: Moment

        /// The document, where the answer brings one.
        let body: ResponseBody?
    }

    /// Sends a request.
    ///
    /// - Parameter request: what to ask for.
    /// - Returns: the answer; the body of one that brings no document has been read as far as it says why.
    /// - Throws: why there is no answer.
    func open(_ request: StorageRequest) async throws(TransportError) -> Opened {
        let sent = request.transportRequest(configuration)
        let response = try await run(.awaitingResponse) { [transport] () async throws(TransportError) in
            try await transport.send(sent)
        }
        let arrived = Moment(time)
        let isDecompressed = transport.capabilities.decompressesBodies
        if StorageAnswer.isDocument(response.head) {
            let answer = StorageAnswer(response.head, length: response.body.length, isDecompressed: isDecompressed)
            return Opened(answer: answer, arrived: arrived, body: response.body)
        }
        let said = StorageErrorBody(try await refusal(response.body))
        let answer = StorageAnswer(
            response.head,
            length: response.body.length,
            error: said,
            isDecompressed: isDecompressed
        )
        return Opened(answer: answer, arrived: arrived, body: nil)
    }

    /// Reads the beginning of a refusal; one that breaks off must not hide the status it came with.
    private func refusal(_ body: ResponseBody) async throws(TransportError) -> [UInt8] {
        do throws(TransportError) {
            return try await run(.receivingBody) { [configuration] () async throws(TransportError) in
                try await body.prefix(upTo: configuration.errorBodyLimit)
            }
        } catch {
            if error.kind == .cancelled { throw error }
            return []
        }
    }

    private func run<Value: Sendable>(
        _ phase: TransportError.Phase,
        _ operation: @escaping @Sendable () async throws(TransportError) -> Value
    ) async throws(TransportError) -> Value {
        let limit = min(deadline, Deadline(after: headTimeout, on: time))
        return try await time.run(
            before: limit,
            orThrow: TransportError(.timedOut, phase: phase, message: "The storage host did not answer in time."),
            operation
        )
    }
}
