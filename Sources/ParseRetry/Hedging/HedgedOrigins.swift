import ParseTransport
import Synchronization

/// What is known of each origin, shared by the copies of a transport.
final class HedgedOrigins: Sendable {
    private let configuration: HedgingTransport.Configuration
    private let time: TimeSource
    private let states = Mutex<[Origin: HedgingState]>([:])

    init(_ configuration: HedgingTransport.Configuration, time: TimeSource) {
        self.configuration = configuration
        self.time = time
    }

    func begin(_ origin: Origin) -> Duration? {
        let now = time.now
        return change(origin) { $0.begin(at: now) }
    }

    func takeHedge(_ origin: Origin) -> Bool {
        let now = time.now
        guard configuration.mayHedge(origin, now) else { return false }
        return change(origin) { $0.takeHedge(at: now) }
    }

    func add(_ latency: Duration, of origin: Origin) {
        change(origin) { $0.add(latency) }
    }

    /// Takes in whether an answer asks for fewer requests.
    func observe(_ head: ResponseHead, from origin: Origin) {
        var pause = ServerDelay.read(from: head, date: time.date)
        if head.status == 429 { pause = pause ?? min(configuration.pauseAfterThrottling, ServerDelay.longest) }
        guard let pause else { return }
        let until = time.now + pause
        change(origin) { $0.pause(until: until) }
    }

    private func change<Result: Sendable>(_ origin: Origin, _ body: (inout HedgingState) -> Result) -> Result {
        states.withLock { body(&$0[origin, default: HedgingState(configuration)]) }
    }
}
