import ParseTransport
import Testing

@Suite("ResponseBody.collect and prefix")
struct ResponseBodyCollectTests {
    private static let fault = TransportError(.connectionBroken, phase: .receivingBody, message: "Reset by peer.")

    @Test("A body up to the bound is read whole", arguments: [3, 4, Int.max])
    func within(limit: Int) async throws {
        #expect(try await ResponseBody(pieces: [[1], [2, 3]]).collect(upTo: limit) == [1, 2, 3])
    }

    @Test("A longer one fails, announced or not", arguments: [2, 1, 0, -1, Int.min], [true, false])
    func beyond(limit: Int, announced: Bool) async {
        let body = ResponseBody([[1], [2, 3]], length: announced ? 3 : nil, probe: Probe())
        let error = await #expect(throws: TransportError.self) { try await body.collect(upTo: limit) }
        #expect(error?.kind == .bodyTooLarge)
        #expect(error?.phase == .receivingBody)
        #expect(error?.message.contains("\(limit)") == true)
    }

    @Test("An announced length beyond the bound fails before anything is asked for")
    func announcedTooLong() async {
        let probe = Probe()
        let body = ResponseBody([[1]], length: 1_000, probe: probe)
        await #expect(throws: TransportError.self) { try await body.collect(upTo: 999) }
        #expect(probe.timesMade == 0)
    }

    @Test("A bound of nothing takes an empty body")
    func limitZero() async throws {
        #expect(try await ResponseBody([]).collect(upTo: 0) == [])
        #expect(try await ResponseBody(pieces: [[], []]).collect(upTo: 0) == [])
    }

    @Test("A length that lies costs no memory and changes no byte", arguments: [0, 1, 1_000_000, Int64.max])
    func lyingLength(length: Int64) async throws {
        let body = ResponseBody([[1], [2, 3]], length: length, probe: Probe())
        #expect(try await body.collect(upTo: .max) == [1, 2, 3])
    }

    @Test("A body longer than it said is held to the bound all the same")
    func longerThanAnnounced() async {
        let body = ResponseBody([[1], [2, 3]], length: 1, probe: Probe())
        let error = await #expect(throws: TransportError.self) { try await body.collect(upTo: 2) }
        #expect(error?.kind == .bodyTooLarge)
    }

    @Test("A fault midway is thrown, not what came before it")
    func failure() async {
        let body = ResponseBody([[1]], failingWith: Self.fault, probe: Probe())
        await #expect(throws: Self.fault) { try await body.collect(upTo: 10) }
    }

    @Test("A prefix is cut at its bound, also inside a piece", arguments: [1, 2, 3, 4, Int.max])
    func prefix(limit: Int) async throws {
        let body = ResponseBody(pieces: [[1], [2, 3]])
        #expect(try await body.prefix(upTo: limit) == [1, 2, 3].prefix(limit).map { UInt8($0) })
    }

    @Test("A prefix of nothing asks for nothing", arguments: [0, -1, Int.min])
    func prefixOfNothing(limit: Int) async throws {
        let probe = Probe()
        #expect(try await ResponseBody([[1]], probe: probe).prefix(upTo: limit) == [])
        #expect(probe.timesAsked == 0)
    }

    @Test("A prefix that is reached asks no further: an endless body ends, a fault behind it is not met")
    func prefixStops() async throws {
        let endless = ResponseBody { { [0, 0, 0] } }
        #expect(try await endless.prefix(upTo: 1_000).count == 1_000)
        let probe = Probe()
        let broken = ResponseBody([[1, 2]], failingWith: Self.fault, probe: probe)
        #expect(try await broken.prefix(upTo: 2) == [1, 2])
        #expect(probe.timesAsked == 1)
    }

    @Test("A fault before the prefix is reached is thrown")
    func prefixFailure() async {
        let body = ResponseBody([[1]], failingWith: Self.fault, probe: Probe())
        await #expect(throws: Self.fault) { try await body.prefix(upTo: 2) }
    }
}
