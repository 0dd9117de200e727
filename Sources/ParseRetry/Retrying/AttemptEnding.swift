import ParseTransport

/// How one attempt ended, with the body of an error response read so that it can speak.
struct AttemptEnding {
    let result: Result<TransportResponse, TransportError>
    let serverDelay: Duration?
    private let verdict: ServerVerdict

    var head: ResponseHead? { try? result.get().head }

    var outcome: AttemptRecord.Outcome {
        switch result {
        case .success(let response): .status(response.status)
        case .failure(let fault): .fault(fault)
        }
    }

    /// What a policy has to judge; `nil` for a response that is no error.
    var failure: RetryFailure? {
        switch result {
        case .success(let response): response.status < 400 ? nil : .response(response.head, verdict)
        case .failure(let fault): .transport(fault)
        }
    }

    static func of(
        _ request: TransportRequest,
        over transport: any Transport,
        headBefore headDeadline: Deadline,
        bodyBefore bodyDeadline: Deadline,
        collectingUpTo bodyLimit: Int?,
        on time: TimeSource,
        _ configuration: RetryConfiguration
    ) async -> AttemptEnding {
        do throws(TransportError) {
            var response = try await time.run(before: headDeadline, orThrow: timedOut(.awaitingResponse)) {
                () async throws(TransportError) in try await transport.send(request)
            }
            var verdict = ServerVerdict.none
            if response.status >= 400 {
                // A body that breaks off must not hide the status it came with.
                let body = response.body
                let said = try? await time.run(before: headDeadline, orThrow: timedOut(.receivingBody)) {
                    () async throws(TransportError) in try await body.prefix(upTo: configuration.errorBodyLimit)
                }
                response.body = ResponseBody(said ?? [])
                verdict = configuration.readVerdict(response.head, said ?? [])
            } else if let bodyLimit {
                let body = response.body
                let bytes = try await time.run(before: bodyDeadline, orThrow: timedOut(.receivingBody)) {
                    () async throws(TransportError) in try await body.collect(upTo: bodyLimit)
                }
                response.body = ResponseBody(bytes)
            }
            let serverDelay = ServerDelay.read(from: response.head, date: time.date)
            return AttemptEnding(result: .success(response), serverDelay: serverDelay, verdict: verdict)
        } catch {
            return AttemptEnding(result: .failure(error), serverDelay: nil, verdict: .none)
        }
    }

    private static func timedOut(_ phase: TransportError.Phase) -> TransportError {
        TransportError(
            .timedOut,
            phase: phase,
            message: "The response did not come within the time for one attempt, or before the call's deadline."
        )
    }
}
