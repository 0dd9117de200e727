import ParseTesting
import ParseTransport
import Testing

@Suite("MockBody")
struct MockBodyTests {
    private static let fault = TransportError(.connectionBroken, phase: .receivingBody, message: "Reset by peer.")

    private func response(_ body: MockBody, on clock: ManualClock = ManualClock(.jumping)) async throws -> ResponseBody
    {
        let mock = MockTransport([MockExchange(answer: .response(status: 200, body: body))], clock: clock)
        return try await mock.send(TransportRequest(.get, "https://h/")).body
    }

    private func pieces(_ body: MockBody) async throws -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        for try await piece in try await response(body) { pieces.append(piece) }
        return pieces
    }

    @Test(
        "Cuts fall where they are told to; those outside the body or out of order cut nothing",
        arguments: [
            ([], [[1, 2, 3]]), ([1], [[1], [2, 3]]), ([1, 2], [[1], [2], [3]]), ([0, 1, 1, 3, 9], [[1], [2, 3]]),
            ([-1, 2, 1], [[1, 2], [3]]), ([.max, .min], [[1, 2, 3]]),
        ] as [([Int], [ArraySlice<UInt8>])])
    func cuts(cuts: [Int], expected: [ArraySlice<UInt8>]) async throws {
        let body = MockBody.cut([1, 2, 3], at: cuts)
        #expect(body.announcedLength == 3)
        #expect(try await pieces(body) == expected)
    }

    @Test("A body without bytes announces and delivers none")
    func empty() async throws {
        #expect(try await pieces(.empty) == [])
        #expect(try await pieces(.bytes([])) == [])
        #expect(MockBody.bytes([]).announcedLength == 0)
    }

    @Test("What is added comes after, unannounced; the announced length can be set to lie or to be unknown")
    func added() async throws {
        var body = MockBody.bytes([1]).then([]).then([2, 3])
        #expect(body.announcedLength == 1)
        #expect(try await pieces(body) == [[1], [2, 3]])
        body.announcedLength = nil
        #expect(try await response(body).length == nil)
    }

    @Test("A fault comes after the bytes before it; what is scripted behind it never comes")
    func failure() async throws {
        let body = try await response(.bytes([1]).thenFail(Self.fault).then([2]))
        var iterator = body.makeAsyncIterator()
        #expect(try await iterator.next() == [1])
        await #expect(throws: Self.fault) { try await iterator.next() }
        #expect(try await iterator.next() == nil)
    }

    @Test("A pause passes on the mock's clock, and only when somebody reads on")
    func pause() async throws {
        let clock = ManualClock(.jumping)
        let body = try await response(.bytes([1]).thenPause(.seconds(7)).then([2]), on: clock)
        var iterator = body.makeAsyncIterator()
        #expect(try await iterator.next() == [1])
        #expect(clock.now.offset == .zero)
        #expect(try await iterator.next() == [2])
        #expect(clock.now.offset == .seconds(7))
    }

    @Test("A pause longer than the idle timeout ends the body there; one as long does not")
    func idle() async throws {
        let clock = ManualClock(.jumping)
        let body = try await response(.bytes([1]).thenPause(.seconds(30)).thenPause(.seconds(31)).then([2]), on: clock)
        var iterator = body.makeAsyncIterator()
        #expect(try await iterator.next() == [1])
        let error = await #expect(throws: TransportError.self) { try await iterator.next() }
        #expect(error?.kind == .timedOut)
        #expect(error?.phase == .receivingBody)
        #expect(clock.now.offset == .seconds(60))
    }

    @Test("One scripted body can be played again for another request")
    func replay() async throws {
        let body = MockBody.cut([1, 2], at: [1])
        #expect(try await pieces(body) == [[1], [2]])
        #expect(try await pieces(body) == [[1], [2]])
    }
}
