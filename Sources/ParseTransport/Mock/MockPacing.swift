/// Lets scripted time pass on the mock's clock, and time out where a real exchange would.
struct MockPacing: Sendable {
    let clock: any Clock<Duration>
    let idle: Duration

    func pause(for duration: Duration, phase: TransportError.Phase) async throws(TransportError) {
        if duration > .zero {
            do {
                try await clock.sleep(for: min(duration, idle))
            } catch {
                throw Self.cancelled(phase)
            }
        }
        if Task.isCancelled { throw Self.cancelled(phase) }
        if duration > idle {
            throw TransportError(
                .timedOut, phase: phase, message: "The scripted peer was silent for \(duration.shown).")
        }
    }

    static func cancelled(_ phase: TransportError.Phase) -> TransportError {
        TransportError(.cancelled, phase: phase, message: "The task was cancelled.")
    }
}
