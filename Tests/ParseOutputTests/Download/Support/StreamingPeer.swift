import ParseTesting
import ParseTransport
import Synchronization

/// A transport whose bodies do what a real one's may: keep silent without timing out, go on for ever, hold a connection.
///
/// `MockTransport` times out itself; what is tested here is who watches over a transport that does not. How much was
/// taken out of a body, and how many bodies are still held, is counted.
final class StreamingPeer: Transport {
    /// What a body does next.
    enum Step: Sendable {
        case bytes(ArraySlice<UInt8>)
        case silence(Duration)
        case fault(TransportError)

        /// Bytes in pieces, with a pause before each.
        static func paced(_ bytes: ArraySlice<UInt8>, piece: Int, every pause: Duration) -> [Step] {
            stride(from: bytes.startIndex, to: bytes.endIndex, by: piece).flatMap { start in
                [.silence(pause), .bytes(bytes[start..<min(start + piece, bytes.endIndex)])]
            }
        }
    }

    /// A head and the steps of its body.
    struct Answer: Sendable {
        var status = 200
        var headers: HeaderFields = [:]
        var length: Int64?

        /// How long the head takes.
        var delay = Duration.zero
        var steps: [Step] = []
    }

    /// What was done with the bodies.
    struct Traffic: Sendable, Hashable {
        var pieces = 0
        var bytes = 0

        /// How many bodies are held.
        var held = 0
    }

    let capabilities: TransportCapabilities
    private let clock: ManualClock
    private let choose: @Sendable (TransportRequest, Int) -> Answer
    private let state = Mutex(State())

    private struct State: Sendable {
        var traffic = Traffic()
        var requests: [TransportRequest] = []
        var times: [Duration] = []
    }

    /// - Parameter choose: the answer to a request, and to the how manieth it is, from 0.
    init(
        on clock: ManualClock,
        capabilities: TransportCapabilities = .streaming,
        choose: @escaping @Sendable (TransportRequest, Int) -> Answer
    ) {
        self.clock = clock
        self.capabilities = capabilities
        self.choose = choose
    }

    /// Gives one answer after the other, the last again and again.
    convenience init(on clock: ManualClock, capabilities: TransportCapabilities = .streaming, _ answers: Answer...) {
        self.init(on: clock, capabilities: capabilities) { _, number in answers[min(number, answers.count - 1)] }
    }

    var traffic: Traffic { state.withLock { $0.traffic } }
    var requests: [TransportRequest] { state.withLock { $0.requests } }

    /// The ranges that were asked for, `nil` without one.
    var ranges: [String?] { requests.map { $0.headers["Range"] } }

    /// When each request was sent, in seconds.
    var times: [Double] { state.withLock { $0.times.map { $0 / .seconds(1) } } }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        let now = clock.now.offset
        let number = state.withLock { state in
            state.requests.append(request)
            state.times.append(now)
            return state.requests.count - 1
        }
        let answer = choose(request, number)
        try await wait(answer.delay, .awaitingResponse)
        let transfer = Transfer(self, answer.steps)
        let body = ResponseBody(length: answer.length) {
            { () async throws(TransportError) in try await transfer.next() }
        }
        return TransportResponse(head: ResponseHead(status: answer.status, headers: answer.headers), body: body)
    }

    /// Waits until bodies are let go that nobody needs any more: what lets them go may run a moment later.
    func waitUntilHeld(_ count: Int) async {
        while traffic.held > count { await Task.yield() }
    }

    private func wait(_ duration: Duration, _ phase: TransportError.Phase) async throws(TransportError) {
        do {
            if duration > .zero { try await clock.sleep(for: duration) }
            try Task.checkCancellation()
        } catch {
            throw TransportError(.cancelled, phase: phase, message: "The task was cancelled.")
        }
    }

    private func count(_ change: (inout Traffic) -> Void) {
        state.withLock { change(&$0.traffic) }
    }

    /// A connection: it is held as long as somebody may read from it.
    private final class Transfer: Sendable {
        private let peer: StreamingPeer
        private let steps: [Step]
        private let position = Mutex(0)

        init(_ peer: StreamingPeer, _ steps: [Step]) {
            self.peer = peer
            self.steps = steps
            peer.count { $0.held += 1 }
        }

        deinit {
            peer.count { $0.held -= 1 }
        }

        func next() async throws(TransportError) -> ArraySlice<UInt8>? {
            while let step = step() {
                switch step {
                case .silence(let duration): try await peer.wait(duration, .receivingBody)
                case .fault(let error): throw error
                case .bytes(let bytes):
                    peer.count {
                        $0.pieces += 1
                        $0.bytes += bytes.count
                    }
                    return bytes
                }
            }
            return nil
        }

        private func step() -> Step? {
            position.withLock { position in
                guard position < steps.count else { return nil }
                defer { position += 1 }
                return steps[position]
            }
        }
    }
}
