import LoopbackServer
import ParseTransport
import Testing

@Suite("Cancelling and abandoning", .timeLimit(.minutes(1)))
struct CancellationTests {
    /// Generous, since the machine may be busy; the peers in these tests would stay silent for ever.
    static let prompt = Duration.seconds(2)

    @Test("Before the head", arguments: Adapter.allCases)
    func beforeHead(on adapter: Adapter) async throws {
        let (arrived, closed) = (LoopbackGate(), LoopbackGate())
        let server = try LoopbackServer(always: .steps(.open(arrived), .stall(untilClosed: closed)))
        let transport = adapter.makeTransport()
        let request = TransportRequest(url: server.url())
        let task = Task { await transport.fault(of: request) }
        await arrived.opened()

        let started = ContinuousClock.now
        task.cancel()
        let error = await task.value
        #expect(error?.signature == FaultSignature(kind: .cancelled, phase: .awaitingResponse))
        #expect(started.duration(to: .now) < Self.prompt)
        await closed.opened()
        #expect(server.requests.count == 1)
    }

    @Test("Within the body", arguments: Adapter.allCases)
    func withinBody(on adapter: Adapter) async throws {
        let (read, closed) = (LoopbackGate(), LoopbackGate())
        let server = try LoopbackServer(
            always: .steps(
                .text(LoopbackAnswer.head(200, [("Content-Length", "1000")]) + "part"), .stall(untilClosed: closed)))
        let transport = adapter.makeTransport()
        let request = TransportRequest(url: server.url())
        let task = Task { () -> TransportError? in
            do throws(TransportError) {
                for try await _ in try await transport.send(request).body { read.open() }
                return nil
            } catch {
                return error
            }
        }
        await read.opened()

        let started = ContinuousClock.now
        task.cancel()
        let error = await task.value
        #expect(error?.signature == FaultSignature(kind: .cancelled, phase: .receivingBody))
        #expect(started.duration(to: .now) < Self.prompt)
        await closed.opened()
        #expect(closed.isOpen)
    }

    @Test("A task that is cancelled already sends nothing that lasts", arguments: Adapter.allCases)
    func alreadyCancelled(on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .stallBeforeHead)
        let transport = adapter.makeTransport()
        let request = TransportRequest(url: server.url())
        let cancelled = LoopbackGate()
        let task = Task {
            await cancelled.opened()
            return await transport.fault(of: request)
        }
        task.cancel()
        cancelled.open()
        #expect(await task.value?.kind == .cancelled)
    }

    @Test("Dropping an unread body closes the connection", arguments: Adapter.allCases)
    func droppedBody(on adapter: Adapter) async throws {
        let closed = LoopbackGate()
        let server = try LoopbackServer(
            always: .steps(.text(LoopbackAnswer.head(200, [("Content-Length", "1000")])), .stall(untilClosed: closed)))
        let transport = adapter.makeTransport()
        let status = try await transport.send(TransportRequest(url: server.url())).status
        #expect(status == 200)
        await closed.opened()
        #expect(closed.isOpen)
    }

    @Test("Leaving the loop closes the connection while the response is still held", arguments: Adapter.allCases)
    func leftLoop(on adapter: Adapter) async throws {
        let closed = LoopbackGate()
        let server = try LoopbackServer(
            always: .steps(
                .text(LoopbackAnswer.head(200, [("Content-Length", "1000")]) + "part"), .stall(untilClosed: closed)))
        let transport = adapter.makeTransport()
        let response = try await transport.send(TransportRequest(url: server.url()))
        for try await _ in response.body { break }
        await closed.opened()
        #expect(response.status == 200)
    }

    @Test("A cancelled reader never takes a part for the whole", arguments: Adapter.allCases)
    func cancelledWithBytesUnread(on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .response(body: "all of it is here"))
        let transport = adapter.makeTransport()
        let request = TransportRequest(url: server.url())
        let (received, cancelled) = (LoopbackGate(), LoopbackGate())
        let task = Task {
            let response = try await transport.send(request)
            received.open()
            await cancelled.opened()
            return try await response.body.collect(upTo: 100)
        }
        await received.opened()
        task.cancel()
        cancelled.open()
        await #expect(throws: TransportError.self) { try await task.value }
    }

    @Test("Releasing the transport fails what still runs", arguments: Adapter.allCases)
    func released(on adapter: Adapter) async throws {
        let server = try LoopbackServer(always: .stallMidBody)
        var transport: (any Transport)? = adapter.makeTransport()
        let response = try await transport?.send(TransportRequest(url: server.url()))
        transport = nil
        let body = try #require(response?.body)
        await #expect(throws: TransportError.self) { try await body.collect(upTo: 10_000) }
    }
}
