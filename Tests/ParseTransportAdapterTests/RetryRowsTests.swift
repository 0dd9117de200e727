import Foundation
import LoopbackServer
import ParseRetry
import ParseTesting
import ParseTransport
import ParseTransportCurl
import Synchronization
import Testing

@Suite("Retries over real sockets, rows A34 to A40", .timeLimit(.minutes(1)))
struct RetryRowsTests {
    /// Answers with one fault after the other, and then well.
    private static func server(_ faults: LoopbackAnswer...) throws -> LoopbackServer {
        let number = Counter()
        return try LoopbackServer { _ in
            let index = number.next()
            return index < faults.count ? faults[index] : .response(body: "well")
        }
    }

    private final class Counter: Sendable {
        private let count = Mutex(0)

        func next() -> Int {
            count.withLock { count in
                defer { count += 1 }
                return count
            }
        }
    }

    /// A call over an adapter, whose waits take no time.
    private func perform(
        _ request: TransportRequest,
        over transport: any Transport
    ) async throws(RetryError) -> RetriedResponse {
        let time = ManualClock(.jumping).timeSource
        return try await RetryingTransport(transport, time: time, random: .constant(1))
            .perform(request, collectingUpTo: 1_000)
    }

    @Test("A34 A reset before the head is tried again", arguments: Adapter.allCases)
    func a34_reset(on adapter: Adapter) async throws {
        let server = try Self.server(.resetBeforeHead, .resetBeforeHead)
        let result = try await perform(TransportRequest(url: server.url()), over: adapter.makeTransport())
        #expect(result.response.status == 200)
        #expect(result.attempts.map(\.decision) == [.retry(.transient), .retry(.transient), nil])
        #expect(server.requests.count == 3)
    }

    @Test("A35 A kept connection that the server has closed meanwhile costs no attempt")
    func a35_staleConnection() async throws {
        let server = try Self.server(.response(body: "first"), .closeBeforeAnyByte)
        let transport = CurlTransport(configuration: .direct)
        let first = try await perform(TransportRequest(url: server.url()), over: transport)
        let second = try await perform(TransportRequest(url: server.url()), over: transport)
        #expect(first.response.status == 200 && second.response.status == 200)
        // Either libcurl replaces the connection by itself, or the second attempt is free.
        #expect(second.attempts.allSatisfy { $0.delay == .zero })
        #expect(server.requests.count == 3)
    }

    @Test("A36 The same on a new connection is an attempt that counts", arguments: Adapter.allCases)
    func a36_newConnection(on adapter: Adapter) async throws {
        let server = try Self.server(.closeBeforeAnyByte)
        let result = try await perform(TransportRequest(url: server.url()), over: adapter.makeTransport())
        #expect(result.response.status == 200)
        #expect(result.attempts.map(\.delay) == [.zero, .milliseconds(100)])
    }

    /// `URLSession` on Linux ends the process here.
    @Test("A37 Half a header line is a fault with a type, and the process goes on")
    func a37_halfHeaderLine() async throws {
        let server = try Self.server(.halfHeaderLine)
        let result = try await perform(TransportRequest(url: server.url()), over: Adapter.curl.makeTransport())
        #expect(result.response.status == 200)
        guard case .fault = result.attempts[0].outcome else {
            Issue.record("Half a header line was taken for a head.")
            return
        }
    }

    @Test("A38 What is not HTTP is tried once more, and then given up")
    func a38_noHTTP() async throws {
        let always = try LoopbackServer(always: .garbageStatusLine)
        let error = await #expect(throws: RetryError.self) {
            try await perform(TransportRequest(url: always.url()), over: CurlTransport(configuration: .direct))
        }
        #expect(error?.fault.kind == .protocolViolation && error?.attempts.count == 2 && error?.limit == nil)
        let twoLengths = try LoopbackServer(always: .conflictingContentLengths)
        let second = await #expect(throws: RetryError.self) {
            try await perform(TransportRequest(url: twoLengths.url()), over: CurlTransport(configuration: .direct))
        }
        #expect(second?.fault.kind == .protocolViolation && second?.attempts.count == 2)
    }

    /// Sends the first requests to a port where nobody listens.
    private struct StartsLate: Transport {
        let base: any Transport
        let closed: URL
        private let number = Counter()

        init(_ base: any Transport, closed: URL) {
            self.base = base
            self.closed = closed
        }

        var capabilities: TransportCapabilities { base.capabilities }

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            var request = request
            if number.next() < 2 { request.url = closed }
            return try await base.send(request)
        }
    }

    @Test(
        "A39 Nobody listens at first: it is tried again, and a name that does not exist, too",
        arguments: Adapter.allCases)
    func a39_refused(on adapter: Adapter) async throws {
        let closed = try LoopbackServer(always: .response()).url()
        let server = try Self.server()
        let late = StartsLate(adapter.makeTransport(), closed: closed)
        let result = try await perform(TransportRequest(url: server.url()), over: late)
        #expect(result.response.status == 200)
        #expect(result.attempts.count == 3)
        let nowhere = try #require(URL(string: "http://parse.invalid/"))
        let error = await #expect(throws: RetryError.self) {
            try await perform(TransportRequest(url: nowhere), over: adapter.makeTransport())
        }
        #expect(error?.fault.kind == .hostNotFound && error?.attempts.count == 4)
    }

    @Test(
        "A40 A certificate that nobody vouches for ends it at once, and the key was not sent",
        .enabled(if: OpenSSLServer.isAvailable, "The untrusted server is the openssl program, which is not here."),
        arguments: Adapter.allCases)
    func a40_untrusted(on adapter: Adapter) async throws {
        let server = try await OpenSSLServer()
        var request = TransportRequest(url: server.url)
        request.headers["Authorization"] = "Bearer sk_secret"
        let error = await #expect(throws: RetryError.self) {
            try await perform(request, over: adapter.makeTransport())
        }
        #expect(error?.fault.kind == .certificateUntrusted && error?.attempts.count == 1)
        // Before the handshake is through nothing of a request leaves.
        #expect(error?.fault.phase == .notSent)
    }
}
