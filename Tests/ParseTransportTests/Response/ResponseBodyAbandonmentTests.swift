import ParseTransport
import Testing

/// A transfer lives in what a body's closures capture: when they go, it ends.
@Suite("ResponseBody, abandoned")
struct ResponseBodyAbandonmentTests {
    private func body(_ probe: inout Probe?, failingWith fault: TransportError? = nil) throws -> ResponseBody {
        let held = Probe()
        probe = held
        return ResponseBody([[1], [2]], failingWith: fault, probe: held)
    }

    @Test("Dropping an unread body lets go")
    func dropped() throws {
        weak var watched: Probe?
        do {
            var probe: Probe?
            var body: ResponseBody? = try body(&probe)
            watched = probe
            probe = nil
            #expect(watched != nil)
            withExtendedLifetime(body) {}
            body = nil
        }
        #expect(watched == nil)
    }

    @Test("Leaving the loop lets go, even while somebody keeps the body")
    func leftLoop() async throws {
        var probe: Probe?
        let body = try body(&probe)
        weak let watched = probe
        probe = nil
        #expect(watched != nil)
        for try await _ in body { break }
        #expect(watched == nil)
        withExtendedLifetime(body) {}
    }

    @Test("Reading to the end lets go, even while somebody keeps the iterator")
    func readToEnd() async throws {
        var probe: Probe?
        var iterator = try body(&probe).makeAsyncIterator()
        weak let watched = probe
        probe = nil
        while try await iterator.next() != nil { #expect(watched != nil) }
        #expect(watched == nil)
        #expect(try await iterator.next() == nil)
    }

    @Test("A fault lets go, even while somebody keeps body and iterator")
    func failed() async throws {
        var probe: Probe?
        let fault = TransportError(.connectionBroken, phase: .receivingBody, message: "")
        let body = try body(&probe, failingWith: fault)
        var iterator = body.makeAsyncIterator()
        weak let watched = probe
        probe = nil
        _ = try await iterator.next()
        _ = try await iterator.next()
        #expect(watched != nil)
        await #expect(throws: fault) { try await iterator.next() }
        #expect(watched == nil)
        withExtendedLifetime(body) {}
    }

    @Test("A bounded read lets go of what it leaves unread")
    func boundedReads() async throws {
        var probe: Probe?
        let prefixed = try body(&probe)
        weak let first = probe
        probe = nil
        #expect(try await prefixed.prefix(upTo: 1) == [1])
        #expect(first == nil)

        let collected = try body(&probe)
        weak let second = probe
        probe = nil
        await #expect(throws: TransportError.self) { try await collected.collect(upTo: 1) }
        #expect(second == nil)
        withExtendedLifetime((prefixed, collected)) {}
    }
}
