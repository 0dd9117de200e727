import ParseModels
import ParseRetry
import ParseTransport

/// Sends calls of the API: with the token, within the call's time, and every ending a run or a typed error.
struct APISession: Sendable {
    let configuration: ParseClientConfiguration
    let tokens: any TokenProvider
    let transport: RetryingTransport
    private let rotation = TokenRotation()

    init(configuration: ParseClientConfiguration, tokens: any TokenProvider, transport: any Transport) {
        self.configuration = configuration
        self.tokens = tokens
        self.transport = RetryingTransport(
            TokenRedactingTransport(base: transport),
            configuration: configuration.retry.with { $0.readVerdict = APIErrorReader.verdict },
            time: configuration.time,
            random: configuration.random
        )
    }

    /// Calls an endpoint.
    ///
    /// - Parameters:
    ///   - endpoint: the operation.
    ///   - deadline: when it must have ended, besides the call's own timeout.
    /// - Returns: a successful answer, its body read.
    /// - Throws: why there is none.
    func call(_ endpoint: Endpoint, before deadline: Deadline = .never) async throws(ParseError) -> APIAnswer {
        let limit = min(deadline, Deadline(after: configuration.callTimeout, on: configuration.time))
        let token = try await token(for: endpoint, before: limit)
        let mark = rotation.mark
        let answer = try await send(endpoint, token: token, before: limit)
        guard answer.head.status == 401 else { return try answer.successful() }
        let replacement = try await self.token(for: endpoint, before: limit) { [tokens, rotation] in
            try await rotation.replacement(for: token, since: mark, from: tokens)
        }
        guard let replacement else { return try answer.successful() }
        let second = try await send(endpoint, token: replacement, before: limit)
        if second.head.status == 401 { rotation.refused(replacement) }
        return try second.successful()
    }

    private func send(
        _ endpoint: Endpoint,
        token: APIToken,
        before deadline: Deadline
    ) async throws(ParseError) -> APIAnswer {
        let request = try endpoint.request(configuration, token: token)
        let call = CallContext(operation: endpoint.operation, request: request, token: token)
        let reading = RunReading(limits: configuration.decoding)
        do throws(RetryError) {
            let retried = try await transport.observing(observer(of: endpoint, token)).perform(
                request,
                before: deadline,
                collectingUpTo: configuration.limits.responseBytes,
                accepting: reading.isRun
            )
            // The body has been read within the attempt, so this neither waits nor fails.
            let bytes = try? await retried.response.body.collect(upTo: .max)
            return APIAnswer(retried, body: bytes ?? [], call: call, reading: reading)
        } catch {
            throw call.error(error)
        }
    }

    /// Who is told of a call's attempts, besides whom the configuration of retries tells.
    private func observer(of endpoint: Endpoint, _ token: APIToken) -> @Sendable (RetryEvent) -> Void {
        let runID = token.redact(endpoint.runID)
        return configuration.tells(of: endpoint.operation, runID, besides: configuration.retry.observe)
    }
}
