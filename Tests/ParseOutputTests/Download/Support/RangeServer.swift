import ParseTesting
import ParseTransport
import Synchronization

/// A storage host that answers by what is asked of it, as far as it is not told to behave otherwise.
///
/// For what a script cannot foresee: windows that are fetched ahead, and faults by the dozen.
final class RangeServer: Transport {
    /// What is asked for.
    struct Asked: Sendable {
        /// Which request it is, from 1.
        let number: Int

        /// Which request from this byte on, from 1.
        let attempt: Int

        /// The bytes; all of them where no range is named.
        let range: Range<Int>
    }

    /// How one request is answered.
    struct Behaviour: Sendable {
        /// Another answer, whatever was asked.
        var instead: MockAnswer?

        /// The object that is there now, where it is another one than at first.
        var object: StoredBytes?
        var ignoresRange = false
        var ignoresConditions = false
        var knowsTotal = true

        /// Whether a part says where it belongs, and with the status of a part.
        var saysPlace = true
        var callsPartsWhole = false
        var hasLength = true

        /// How many bytes before the range the part begins; behind its start where negative.
        var startsEarlier = 0

        /// The most bytes of a part.
        var longestPart = Int.max

        /// How many bytes come before the connection breaks.
        var brokenAfter: Int?

        /// Whether it breaks so that the transport takes it for the end.
        var breaksSilently = false

        /// Copies it and changes the copy.
        static func with(_ change: (inout Behaviour) -> Void) -> Behaviour {
            var behaviour = Behaviour()
            change(&behaviour)
            return behaviour
        }
    }

    let capabilities: TransportCapabilities
    private let object: StoredBytes
    private let decide: @Sendable (Asked) -> Behaviour
    private let state = Mutex(State())

    private struct State {
        var count = 0
        var attempts: [Int: Int] = [:]
        var furthest = 0
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    init(
        _ object: StoredBytes,
        capabilities: TransportCapabilities = .streaming,
        _ decide: @escaping @Sendable (Asked) -> Behaviour = { _ in Behaviour() }
    ) {
        self.object = object
        self.capabilities = capabilities
        self.decide = decide
    }

    /// The end of the furthest range that was asked for.
    var furthest: Int { state.withLock { $0.furthest } }

    /// Waits until somebody has asked for what begins at a byte.
    func waitForRequest(from start: Int) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                let isThere = state.attempts[start] != nil
                if !isThere { state.waiters[start] = continuation }
                return isThere
            }
            if isThere { continuation.resume() }
        }
    }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        let range = Self.range(request) ?? 0..<object.bytes.count
        let (asked, waiter) = state.withLock { state in
            state.count += 1
            state.attempts[range.lowerBound, default: 0] += 1
            state.furthest = max(state.furthest, range.upperBound)
            let attempt = state.attempts[range.lowerBound] ?? 1
            let asked = Asked(number: state.count, attempt: attempt, range: range)
            return (asked, state.waiters.removeValue(forKey: range.lowerBound))
        }
        waiter?.resume()
        let answer = answer(request, decide(asked))
        return try await MockTransport([MockExchange(answer: answer)]).send(request)
    }

    private func answer(_ request: TransportRequest, _ behaviour: Behaviour) -> MockAnswer {
        if let answer = behaviour.instead { return answer }
        let object = behaviour.object ?? object
        let total = object.bytes.count
        if !behaviour.ignoresConditions {
            let isOther = request.headers["If-Match"].map { $0 != object.eTag } ?? false
            let isNewer = request.headers["If-Unmodified-Since"].map { $0 != object.lastModified } ?? false
            if isOther || isNewer { return .s3(412, "PreconditionFailed") }
        }
        guard !behaviour.ignoresRange, let asked = Self.range(request) else {
            return body(200, object, 0..<total, behaviour)
        }
        guard asked.lowerBound < total else {
            return .s3(416, "InvalidRange", headers: ["Content-Range": "bytes */\(total)"])
        }
        let start = min(max(0, asked.lowerBound - behaviour.startsEarlier), total - 1)
        let end = max(start + 1, min(asked.upperBound, total, start + min(behaviour.longestPart, total)))
        let place = "bytes \(start)-\(end - 1)/\(behaviour.knowsTotal ? "\(total)" : "*")"
        let headers: HeaderFields = behaviour.saysPlace ? ["Content-Range": place] : [:]
        return body(behaviour.callsPartsWhole ? 200 : 206, object, start..<end, behaviour, headers)
    }

    private func body(
        _ status: Int, _ object: StoredBytes, _ range: Range<Int>, _ behaviour: Behaviour, _ headers: HeaderFields = [:]
    ) -> MockAnswer {
        var headers = headers
        if !behaviour.hasLength { headers["Transfer-Encoding"] = "chunked" }
        return object.answer(
            status, object.bytes[range], headers, hasLength: behaviour.hasLength, brokenAfter: behaviour.brokenAfter,
            by: behaviour.breaksSilently ? nil : .reset)
    }

    /// The bytes that the header asks for, to the end of all numbers where it names no end.
    private static func range(_ request: TransportRequest) -> Range<Int>? {
        guard let bounds = request.headers["Range"]?.dropFirst("bytes=".count).split(separator: "-"),
            let start = bounds.first.flatMap({ Int($0) })
        else { return nil }
        let last = bounds.count > 1 ? Int(bounds[1]) : nil
        return start..<(last.map { $0 + 1 } ?? Int.max)
    }
}
