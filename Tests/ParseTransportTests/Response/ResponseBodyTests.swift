import ParseTransport
import Testing

@Suite("ResponseBody")
struct ResponseBodyTests {
    private static let fault = TransportError(.connectionBroken, phase: .receivingBody, message: "Reset by peer.")

    @Test("It arrives in its pieces, with their slices' own indices")
    func pieces() async throws {
        let bytes: [UInt8] = [1, 2, 3, 4, 5]
        let body = ResponseBody(pieces: [bytes[0..<2], bytes[2..<5]])
        #expect(body.length == 5)
        var seen: [ArraySlice<UInt8>] = []
        for try await piece in body { seen.append(piece) }
        #expect(seen == [[1, 2], [3, 4, 5]])
        #expect(seen.last?.startIndex == 2)
    }

    @Test("An empty piece is not handed out, wherever it stands")
    func emptyPieces() async throws {
        let body = ResponseBody(pieces: [[], [1], [], [], [2], []])
        var seen: [ArraySlice<UInt8>] = []
        for try await piece in body { seen.append(piece) }
        #expect(seen == [[1], [2]])
    }

    @Test("A body without bytes ends at once")
    func empty() async throws {
        var iterator = ResponseBody([]).makeAsyncIterator()
        #expect(try await iterator.next() == nil)
        #expect(ResponseBody([]).length == 0)
        #expect(ResponseBody(pieces: []).length == 0)
    }

    @Test("It is read once; every further pass fails, whether or not the first has ended")
    func singlePass() async throws {
        let body = ResponseBody([1, 2])
        let copy = body
        var first = body.makeAsyncIterator()
        var second = copy.makeAsyncIterator()
        await #expect(throws: TransportError.self) { try await second.next() }
        #expect(try await first.next() == [1, 2])
        let error = await #expect(throws: TransportError.self) { try await body.collect(upTo: 10) }
        #expect(error?.kind == .bodyAlreadyConsumed)
        #expect(error?.phase == .receivingBody)
    }

    @Test("Of many tasks that begin at once one gets the bytes")
    func concurrentPasses() async {
        for _ in 0..<50 {
            let body = ResponseBody([1, 2, 3])
            let winners = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask { (try? await body.collect(upTo: 3)) == [1, 2, 3] }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(winners == 1)
        }
    }

    @Test("The end is final: the source is not asked again")
    func endIsFinal() async throws {
        let probe = Probe()
        var iterator = ResponseBody([[1]], probe: probe).makeAsyncIterator()
        #expect(try await iterator.next() == [1])
        for _ in 0..<3 { #expect(try await iterator.next() == nil) }
        #expect(probe.timesAsked == 2)
    }

    @Test("A fault midway comes after the bytes before it, and is the end")
    func failure() async throws {
        let probe = Probe()
        var iterator = ResponseBody([[1]], failingWith: Self.fault, probe: probe).makeAsyncIterator()
        #expect(try await iterator.next() == [1])
        await #expect(throws: Self.fault) { try await iterator.next() }
        #expect(try await iterator.next() == nil)
        #expect(probe.timesAsked == 2)
    }

    @Test("Nothing is asked of the source before reading begins, and nothing beyond what is read")
    func demand() async throws {
        let probe = Probe()
        let body = ResponseBody([[1], [2], [3]], probe: probe)
        #expect(probe.timesMade == 0)
        var iterator = body.makeAsyncIterator()
        #expect(probe.timesAsked == 0)
        _ = try await iterator.next()
        #expect(probe.timesAsked == 1)
        #expect(probe.timesMade == 1)
    }

    @Test("An announced length is told as it was, unless it is none", arguments: [nil, 0, 1, Int64.max])
    func length(length: Int64?) {
        #expect(ResponseBody(length: length) { { nil } }.length == length)
    }

    @Test("A negative length counts as unknown", arguments: [-1, Int64.min])
    func negativeLength(length: Int64) async throws {
        let body = ResponseBody([[1, 2]], length: length, probe: Probe())
        #expect(body.length == nil)
        #expect(try await body.collect(upTo: 2) == [1, 2])
    }

    @Test("Another asynchronous sequence can be its source")
    func sequence() async throws {
        let inner = ResponseBody(pieces: [[1], [2]])
        let outer = ResponseBody(inner, length: 2)
        #expect(outer.length == 2)
        #expect(try await outer.collect(upTo: 2) == [1, 2])
        let broken = ResponseBody(ResponseBody([[1]], failingWith: Self.fault, probe: Probe()))
        #expect(broken.length == nil)
        await #expect(throws: Self.fault) { try await broken.collect(upTo: 10) }
    }

    @Test("It can be read on the main actor")
    @MainActor
    func mainActor() async throws {
        var count = 0
        for try await piece in ResponseBody(pieces: [[1], [2, 3]]) {
            MainActor.assertIsolated()
            count += piece.count
        }
        #expect(count == 3)
        #expect(try await ResponseBody([1, 2]).collect(upTo: 2) == [1, 2])
    }
}
