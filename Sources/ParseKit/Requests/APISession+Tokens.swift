import ParseRetry
import ParseTransport

extension APISession {
    /// The token for a call; what is at hand is not waited for.
    func token(for endpoint: Endpoint, before deadline: Deadline) async throws(ParseError) -> APIToken {
        if let fixed = tokens as? FixedToken { return fixed.value }
        return try await token(for: endpoint, before: deadline) { [tokens] in
            // Shared with nobody, and left like one that is: at once, whether the provider heeds cancellation or not.
            try await SharedCall<APIToken>().value { _ in
                true
            } _: {
                try await tokens.token()
            }
        }
    }

    /// Asks the token provider within a call's time, and makes whatever goes wrong the call's error.
    ///
    /// - Parameters:
    ///   - endpoint: what the token is for.
    ///   - deadline: when the call must have ended.
    ///   - ask: how to ask; it must end promptly once cancelled.
    /// - Returns: what was answered.
    /// - Throws: ``ParseError/Code/tokenUnavailable`` if nothing was, or not in time; ``ParseError/Code/cancelled`` only
    ///   where the caller's task is.
    func token<Value: Sendable>(
        for endpoint: Endpoint,
        before deadline: Deadline,
        _ ask: @escaping @Sendable () async throws -> Value
    ) async throws(ParseError) -> Value {
        let time = configuration.time
        if deadline.isReached(on: time) { throw Self.tooLate(endpoint.operation) }
        do {
            return try await time.run(before: deadline, orThrow: Unanswered() as any Error, ask)
        } catch {
            // The task's own word counts: a provider may throw a cancellation that is none of the caller's.
            if Task.isCancelled { throw .cancelled(endpoint.operation) }
            throw Self.tokenUnavailable(endpoint.operation, error)
        }
    }

    /// The call's time was over before the provider answered.
    private struct Unanswered: Error {}

    private static func tokenUnavailable(_ operation: ParseError.Operation, _ cause: any Error) -> ParseError {
        let isUnanswered = cause is Unanswered
        return ParseError(
            .tokenUnavailable,
            message: isUnanswered
                ? "The token provider did not answer within the call's time."
                // The kind of the cause alone: its text may hold a secret.
                : "The token provider gave no token: it threw \(kind(of: cause)).",
            operation: operation,
            isRetryable: isUnanswered,
            limit: isUnanswered ? .deadline : nil,
            cause: isUnanswered ? nil : cause
        )
    }

    private static func kind(of cause: any Error) -> String {
        (cause as? ParseError).map { "\(type(of: cause)).\($0.code)" } ?? "\(type(of: cause))"
    }

    private static func tooLate(_ operation: ParseError.Operation) -> ParseError {
        let fault = TransportError(.timedOut, phase: .notSent, message: "There was no time left to ask for a token.")
        return ParseError(
            .timedOut,
            message: fault.message,
            operation: operation,
            isRetryable: true,
            limit: .deadline,
            cause: fault
        )
    }
}
