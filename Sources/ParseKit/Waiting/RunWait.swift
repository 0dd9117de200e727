import ParseModels
import ParseRetry
import ParseTransport

/// One wait for one run.
struct RunWait {
    let session: APISession
    let id: String
    let responseType: ResponseType
    let deadline: Deadline

    func run(onUpdate: (ParseRunUpdate) -> Void) async throws(ParseError) -> ParseRun {
        let endpoint = try Endpoint.parseRun(id, responseType: responseType)
        let configuration = session.configuration
        let loop = PollLoop(schedule: configuration.polling, time: configuration.time, random: configuration.random)
        let began = configuration.time.now
        var lastStatus: ParseRun.Status?
        var polls = 0
        // A service that was never reached is reported at once: there is no wait yet that could be lost.
        let mayPass = { (error: ParseError) in error.isRetryable && (polls > 0 || !error.neverReachedTheService) }
        let outcome = await loop.run(before: deadline, mayPass: mayPass) {
            (deadline) async throws(ParseError) -> PollStep<ParseRun> in
            let answer = try await session.call(endpoint, before: deadline)
            let run = try answer.run()
            polls += 1
            lastStatus = run.status
            onUpdate(ParseRunUpdate(run: run, polls: polls, elapsed: configuration.time.now - began))
            return run.status.isTerminal ? .finished(run) : .pending(serverDelay: answer.serverDelay)
        }
        let handle = RunHandle(
            id: id,
            lastStatus: lastStatus,
            baseURL: configuration.baseURL.description,
            secondsWaited: (configuration.time.now - began) / .seconds(1)
        )
        switch outcome {
        case .finished(let run): return run
        case .failed(let error): throw error.with(handle, operation: .waitForParseRun)
        case .cancelled: throw .cancelled(.waitForParseRun, handle: handle)
        case .timedOut(let last):
            throw ParseError(
                .timedOut,
                message: "The run was still \(lastStatus?.rawValue ?? "unseen") when the time for waiting was over.",
                operation: .waitForParseRun,
                isRetryable: true,
                attempts: last?.attempts ?? [],
                handle: handle,
                cause: last
            )
        }
    }
}

extension ParseError {
    /// Whether no request left this machine.
    fileprivate var neverReachedTheService: Bool {
        (cause as? TransportError)?.phase == .notSent
    }
}
