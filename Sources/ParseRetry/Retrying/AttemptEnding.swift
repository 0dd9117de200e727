import ParseTransport

/// How one attempt ended, with the body of an error response read so that it can speak.
struct AttemptEnding {
    let result: Result<TransportResponse, TransportError>
    let serverDelay: Duration?
    private let verdict: ServerVerdict

    /// Whether a body of success is what was asked for.
    private let isReadable: Bool

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
        case .success(let response) where !isReadable: .unreadable(response.head)
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
        accepting: @Sendable (ResponseHead, [UInt8]) -> Bool,
        on time: TimeSource,
        _ configuration: RetryConfiguration
    ) async -> AttemptEnding {
        do throws(TransportError) {
            let isOfCall = headDeadline == bodyDeadline
            let limit = isOfCall ? nil : configuration.attemptTimeout
            var response = try await time.run(before: headDeadline, orThrow: timedOut(.awaitingResponse, limit)) {
                () async throws(TransportError) in try await transport.send(request)
            }
            var verdict = ServerVerdict.none
            var isReadable = true
            if response.status >= 400 {
                let limit = configuration.errorBodyLimit
                let said = try await read(response.body, upTo: limit, before: headDeadline, on: time)
                response.body = ResponseBody(said)
                verdict = configuration.readVerdict(response.head, said)
            } else if let bodyLimit {
                let body = response.body
                let bytes = try await time.run(before: bodyDeadline, orThrow: timedOut(.receivingBody)) {
                    () async throws(TransportError) in try await body.collect(upTo: bodyLimit)
                }
                response.body = ResponseBody(bytes)
                isReadable = accepting(response.head, bytes)
            }
            let serverDelay = ServerDelay.read(from: response.head, date: time.date)
            return AttemptEnding(
                result: .success(response),
                serverDelay: serverDelay,
                verdict: verdict,
                isReadable: isReadable
            )
        } catch {
            return AttemptEnding(result: .failure(error), serverDelay: nil, verdict: .none, isReadable: true)
        }
    }

    /// Reads an error's body; one that breaks off or stalls must not hide the status it came with.
    private static func read(
        _ body: ResponseBody,
        upTo limit: Int,
        before deadline: Deadline,
        on time: TimeSource
    ) async throws(TransportError) -> [UInt8] {
        do throws(TransportError) {
            return try await time.run(before: deadline, orThrow: timedOut(.receivingBody)) {
                () async throws(TransportError) in try await body.prefix(upTo: limit)
            }
        } catch {
            if error.kind == .cancelled { throw error }
            return []
        }
    }

    private static func timedOut(_ phase: TransportError.Phase, _ limit: Duration? = nil) -> TransportError {
        TransportError(
            .timedOut,
            phase: phase,
            message: limit.map { "The response did not come within \($0), the attemptTimeout." }
                ?? "The response did not come before the call's deadline."
        )
    }
}
