import ParseRetry
import ParseTransport
import Synchronization

extension SimulatedParseAPI {
    /// Lets pass what keeps an answer from coming, for a while or for good.
    func endure(_ visit: SimulatedVisit, idle: Duration) async throws(TransportError) {
        switch visit.fault?.kind {
        case .delay(let duration):
            strike(visit)
            try await pause(duration, phase: .awaitingResponse)
        case .stall:
            strike(visit)
            try await silence(idle, phase: .awaitingResponse)
        case .error(let error):
            strike(visit)
            throw error
        default: break
        }
    }

    /// Answers as a host does, and does to the answer what the scenario tells.
    func answer(_ request: TransportRequest, _ visit: SimulatedVisit) -> TransportResponse {
        let elapsed = elapsed
        state.withLock { $0.settle(at: elapsed) }
        // The request is judged whatever it is answered with.
        var response =
            switch visit.host {
            case .api: SimulatedService(api: self).answer(request, visit)
            case .storage: SimulatedStorage(api: self).answer(request, visit)
            }
        let idle = request.timeouts.idle
        switch visit.fault?.kind {
        case .answer(let status, let headers, let body):
            strike(visit)
            response = refusal(status, headers, body, by: visit.host)
        case .storageError(let status, let code, let message):
            strike(visit)
            response = SimulatedStorage.refusal(status, code, message)
        case .headers(let fields):
            strike(visit)
            for field in fields { response.head.headers[field.name] = field.value }
        case .body(let fault):
            if case .ending = fault { response.head.headers["Content-Length"] = nil }
            response.body = response.body.damaged(by: fault) {
                self.strike(visit)
            } silence: { () async throws(TransportError) in
                try await self.silence(idle, phase: .receivingBody)
            }
        case .ignoredRange: strike(visit)
        case .delay, .stall, .error, nil: break
        }
        if visit.host == .api { response.head.headers["x-extend-request-id"] = "req_simulated_\(visit.number)" }
        response.body = response.body.counted { count in
            self.state.withLock { $0.count(bytes: count, for: visit) }
        }
        return response
    }

    /// Lets the request's idle timeout pass, and fails with it.
    func silence(_ idle: Duration, phase: TransportError.Phase) async throws(TransportError) {
        try await pause(idle, phase: phase)
        throw TransportError(.timedOut, phase: phase, message: "The simulated host was silent for \(idle.shown).")
    }

    private func pause(_ duration: Duration, phase: TransportError.Phase) async throws(TransportError) {
        do {
            try await time.sleep(for: duration)
        } catch {
            throw TransportError(.cancelled, phase: phase, message: "The task was cancelled.")
        }
    }

    private func strike(_ visit: SimulatedVisit) {
        state.withLock { $0.strike(visit) }
    }

    private func refusal(
        _ status: Int,
        _ headers: HeaderFields,
        _ body: [UInt8]?,
        by host: SimulatedHost
    ) -> TransportResponse {
        var response =
            switch (body, host) {
            case (let body?, _):
                TransportResponse(status: status, headers: ["Content-Type": "application/json"], body: body)
            case (nil, .api): SimulatedService.refusal(status)
            case (nil, .storage): SimulatedStorage.refusal(status)
            }
        for field in headers { response.head.headers[field.name] = field.value }
        return response
    }
}
