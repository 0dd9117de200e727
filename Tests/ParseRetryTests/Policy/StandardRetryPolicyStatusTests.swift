import ParseRetry
import ParseTransport
import Testing

@Suite("StandardRetryPolicy, by status")
struct StandardRetryPolicyStatusTests {
    private static let transient: Set = [
        408, 421, 425, 500, 502, 503, 504, 520, 521, 522, 523, 524, 527, 530, 598, 599,
    ]
    private static let throttled: Set = [429, 529]
    private static let permanent: Set = [
        400, 401, 402, 403, 404, 405, 406, 409, 410, 411, 412, 413, 414, 415, 416, 417, 422, 424, 426, 428, 431, 451,
        501, 505, 506, 508, 510, 511, 525, 526,
    ]
    /// The statuses by which a server says that it did not process the request.
    private static let neverTookEffect: Set = [408, 421, 425, 429]

    private func decision(
        _ status: Int,
        idempotent: Bool = true,
        headers: HeaderFields = [:],
        verdict: ServerVerdict = .none
    ) -> RetryDecision {
        StandardRetryPolicy().decision(
            for: .response(ResponseHead(status: status, headers: headers), verdict),
            in: RetryState(attempts: 1, isIdempotent: idempotent)
        )
    }

    @Test("Every status of the table, for a request that may be sent twice")
    func idempotent() {
        for status in Self.transient { #expect(decision(status) == .retry(.transient), "\(status)") }
        for status in Self.throttled { #expect(decision(status) == .retry(.throttled), "\(status)") }
        for status in Self.permanent { #expect(decision(status) == .permanent, "\(status)") }
    }

    @Test(
        "A status that nobody knows follows its class",
        arguments: [(419, false), (499, false), (555, true), (507, true)])
    func unknown(status: Int, isRetried: Bool) {
        #expect(decision(status) == (isRetried ? .retry(.transient) : .permanent))
    }

    @Test("A status beyond HTTP is permanent", arguments: [600, 999, Int.max, 0, -1, Int.min])
    func beyond(status: Int) {
        #expect(decision(status) == .permanent)
    }

    @Test("A request that may not be sent twice is repeated only where the status says it never took effect")
    func notIdempotent() {
        for status in 400...599 {
            let expected: RetryDecision =
                Self.neverTookEffect.contains(status) ? .retry(status == 429 ? .throttled : .transient) : .permanent
            #expect(decision(status, idempotent: false) == expected, "\(status)")
        }
    }

    @Test("413 and 503 with a delay to wait ask for fewer requests")
    func askingToWait() {
        for status in [413, 503] {
            #expect(decision(status, headers: ["Retry-After": "1"]) == .retry(.throttled))
            #expect(decision(status, idempotent: false, headers: ["Retry-After": "1"]) == .permanent)
        }
        #expect(decision(500, headers: ["Retry-After": "1"]) == .retry(.transient))
        #expect(decision(404, headers: ["Retry-After": "1"]) == .permanent)
    }

    @Test("The service's no is final, whatever the status", arguments: [429, 500, 408, 400])
    func verdictNo(status: Int) {
        #expect(decision(status, verdict: ServerVerdict(isRetryable: false)) == .permanent)
    }

    @Test("The service's yes counts for a request that may be sent twice, and does not make it gentler or rougher")
    func verdictYes() {
        let yes = ServerVerdict(isRetryable: true)
        #expect(decision(400, verdict: yes) == .retry(.transient))
        #expect(decision(501, verdict: yes) == .retry(.transient))
        #expect(decision(429, verdict: yes) == .retry(.throttled))
        #expect(decision(400, idempotent: false, verdict: yes) == .permanent)
        #expect(decision(500, idempotent: false, verdict: yes) == .permanent)
        #expect(decision(429, idempotent: false, verdict: yes) == .retry(.throttled))
    }

    @Test("A code alone changes nothing")
    func code() {
        #expect(decision(400, verdict: ServerVerdict(code: "RATE_LIMITED")) == .permanent)
        #expect(decision(500, verdict: ServerVerdict(code: "X")) == .retry(.transient))
    }
}
