import LoopbackServer
import ParseTransport

/// Cancelling and abandoning.
extension ConformanceBench {
    // With a type, so that no stack waits for bytes to guess it by.
    private static let headOfMore = LoopbackAnswer.head(
        200, [("Content-Length", "1000"), ("Content-Type", "application/json")])

    func checkCancelledBeforeHead() async throws {
        let (arrived, closed) = (LoopbackGate(), LoopbackGate())
        let server = try LoopbackServer(always: .steps(.open(arrived), .stall(untilClosed: closed)))
        let task = Task { await result(of: TransportRequest(url: server.url())) }
        guard await expect(arrived, opensOr: "The request did not arrive") else { return task.cancel() }
        task.cancel()
        if let result = await value(of: task, "A cancelled `send` did not end") {
            expect(result, failsAs: .cancelled, .awaitingResponse)
        }
        await expect(closed, opensOr: "The connection of a cancelled exchange was not closed")
        expect("The number of requests", server.requests.count, is: 1)
    }

    func checkCancelledWithinBody() async throws {
        let (read, closed) = (LoopbackGate(), LoopbackGate())
        let server = try LoopbackServer(always: .steps(.text(Self.headOfMore + "part"), .stall(untilClosed: closed)))
        let task = Task { () -> ExchangeResult in
            do throws(TransportError) {
                let response = try await transport.send(TransportRequest(url: server.url()))
                for try await _ in response.body { read.open() }
                return .response(response.head, [])
            } catch {
                return .fault(error)
            }
        }
        guard await expect(read, opensOr: "The beginning of a body was not handed out") else { return task.cancel() }
        task.cancel()
        if let result = await value(of: task, "A cancelled reader's wait did not end") {
            expect(result, failsAs: .cancelled, .receivingBody)
        }
        await expect(closed, opensOr: "The connection of a cancelled reader was not closed")
    }

    func checkAlreadyCancelled() async throws {
        let server = try LoopbackServer(always: .stallBeforeHead)
        let cancelled = LoopbackGate()
        let task = Task {
            await cancelled.opened()
            return await result(of: TransportRequest(url: server.url()))
        }
        task.cancel()
        cancelled.open()
        if let result = await value(of: task, "A `send` in a cancelled task did not end") {
            expect(result, failsAs: .cancelled, nil)
        }
    }

    func checkCancelledReader() async throws {
        let server = try LoopbackServer(always: .response(body: "all of it is here"))
        let (received, cancelled) = (LoopbackGate(), LoopbackGate())
        let task = Task { () -> ExchangeResult in
            do throws(TransportError) {
                let response = try await transport.send(TransportRequest(url: server.url()))
                received.open()
                await cancelled.opened()
                return .response(response.head, try await response.body.collect(upTo: 1_000))
            } catch {
                received.open()
                return .fault(error)
            }
        }
        await expect(received, opensOr: "The head was not handed out")
        task.cancel()
        cancelled.open()
        if let result = await value(of: task, "A cancelled reader's wait did not end") {
            expect(result, failsAs: .cancelled, .receivingBody)
        }
    }

    func checkDroppedBody() async throws {
        let closed = LoopbackGate()
        let server = try LoopbackServer(always: .steps(.text(Self.headOfMore), .stall(untilClosed: closed)))
        let status = try await transport.send(TransportRequest(url: server.url())).status
        expect("The status", status, is: 200)
        await expect(closed, opensOr: "The connection of a dropped body was not closed")
    }

    func checkLeftLoop() async throws {
        let closed = LoopbackGate()
        let server = try LoopbackServer(always: .steps(.text(Self.headOfMore + "part"), .stall(untilClosed: closed)))
        let response = try await transport.send(TransportRequest(url: server.url()))
        for try await _ in response.body { break }
        await expect(closed, opensOr: "The connection of a body whose loop was left was not closed")
        expect("The status", response.status, is: 200)
    }
}
