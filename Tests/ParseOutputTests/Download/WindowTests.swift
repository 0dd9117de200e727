import ParseTesting
import ParseTransport
import Testing

@testable import ParseOutput

@Suite("Windows over a transport that buffers")
struct WindowTests {
    private static let window = 65_536
    private let object = StoredBytes.large(count: 200_000)

    private func bench(
        _ server: RangeServer, _ change: (inout DownloadConfiguration) -> Void = { _ in }
    ) -> DownloadBench {
        DownloadBench(over: server, capabilities: .buffering) {
            $0.windowBytes = Self.window
            change(&$0)
        }
    }

    private func server(
        _ object: StoredBytes? = nil, decide: @escaping @Sendable (RangeServer.Asked) -> RangeServer.Behaviour
    ) -> RangeServer {
        RangeServer(object ?? self.object, capabilities: .buffering, decide)
    }

    private let requests = [
        "url1 bytes=0-65535", "url1 bytes=61440-131071 If-Match \"v1\"", "url1 bytes=126976-196607 If-Match \"v1\"",
        "url1 bytes=192512-199999 If-Match \"v1\"",
    ]

    @Test("The next window is asked for while the first is read, and never more than two are under way")
    func oneAhead() async {
        let server = server { _ in RangeServer.Behaviour() }
        let bench = bench(server)
        let outcome = await bench.run { count in
            if count == 1_000 {
                await server.waitForRequest(from: 61_440)
                #expect(bench.requests == Array(self.requests.prefix(2)))
            }
            #expect(server.furthest - count < 2 * Self.window)
        }
        outcome.expectWhole(object)
        #expect(outcome.requests == requests)
        #expect(outcome.report.wireBytes == 200_000 + 3 * 4_096)
        #expect(outcome.times == [0, 0, 0, 0])
    }

    @Test("A host that sends all is refused before its body is read, if it is more than may be held")
    func rangeIgnored() async {
        let ignoring = server { _ in .with { $0.ignoresRange = true } }
        let outcome = await bench(ignoring) { $0.bufferedBytes = 199_999 }.run()
        outcome.expectError(.tooLarge, after: 0, of: object)
        #expect(outcome.error?.message.contains("199999") == true)
        #expect(outcome.report.wireBytes == 0)
        #expect(outcome.requests == ["url1 bytes=0-65535"])
        let small = await bench(ignoring) { $0.bufferedBytes = 200_000 }.run()
        small.expectWhole(object)
        #expect(small.requests == ["url1 bytes=0-65535"])
    }

    @Test("A host that begins to send all in the middle is refused likewise, or passed and compared")
    func rangeIgnoredLater() async {
        let ignoring = server { asked in .with { $0.ignoresRange = asked.number > 1 } }
        let outcome = await bench(ignoring) { $0.bufferedBytes = 199_999 }.run()
        outcome.expectError(.tooLarge, after: Self.window, of: object)
        #expect(outcome.report.wireBytes == Int64(Self.window))
        await bench(server { asked in .with { $0.ignoresRange = asked.number > 1 } }).run().expectWhole(object)
    }

    @Test("Where nobody says how long it is, windows are asked for until nothing follows")
    func unknownTotal() async {
        let outcome = await bench(server { _ in .with { $0.knowsTotal = false } }).run()
        outcome.expectWhole(object)
        #expect(outcome.requests.prefix(3) == requests.prefix(3))
        #expect(outcome.requests.contains("url1 bytes=192512-262143 If-Match \"v1\""))
        // The last request brings the seam and nothing behind it.
        #expect(outcome.requests.last == "url1 bytes=195904-265535 If-Match \"v1\"")
    }

    @Test("Where nobody says what a window belongs to either, all is asked for and compared")
    func unknownDocument() async {
        let bare = object.with { ($0.eTag, $0.lastModified) = (nil, nil) }
        let outcome = await bench(server(bare) { _ in .with { $0.knowsTotal = false } }).run()
        outcome.expectWhole(bare)
        #expect(outcome.requests == ["url1 bytes=0-65535", "url1"])
    }

    @Test("An empty document is no error, whichever way the host says it")
    func empty() async {
        let empty = StoredBytes(count: 0)
        for server in [
            server(empty) { _ in .with { $0.ignoresRange = true } }, server(empty) { _ in RangeServer.Behaviour() },
        ] {
            let outcome = await bench(server).run()
            outcome.expectWhole(empty)
            #expect(outcome.requests == ["url1 bytes=0-65535"])
        }
    }

    @Test("Windows smaller than asked for are joined, too")
    func shorterWindows() async {
        let object = StoredBytes.large(count: 2 << 20).with { $0.pieceSize = 65_536 }
        let server = server(object) { _ in .with { $0.longestPart = 300_000 } }
        let outcome = await bench(server) { $0.windowBytes = 1 << 20 }.run()
        outcome.expectWhole(object)
        #expect(outcome.times.allSatisfy { $0 == 0 })
    }

    @Test("Windows smaller than 64 KiB are not asked for")
    func smallest() async {
        let outcome = await bench(server { _ in RangeServer.Behaviour() }) { $0.windowBytes = 1 }.run()
        outcome.expectWhole(object)
        #expect(outcome.requests == requests)
    }

    @Test("A window that was fetched ahead and is not wanted counts as the request that it was")
    func discarded() async {
        // The URL runs out where the first window breaks off, and what was fetched by it with it.
        let server = server { asked in
            .with {
                $0.brokenAfter = asked.number == 1 ? 30_000 : nil
                $0.instead = asked.number == 3 ? .s3(403, "ExpiredToken") : nil
            }
        }
        let bench = bench(server)
        let outcome = await bench.run { count in
            if count == 1_000 { await server.waitForRequest(from: 61_440) }
        }
        outcome.expectWhole(object)
        #expect(outcome.requests.count == 7)
        #expect(outcome.report.opens == 7)
        #expect(outcome.report.wireBytes >= 200_000 + 3 * 4_096)
    }

    @Test("Who is cancelled gets no more of a window that is here already")
    func cancelledWithin() async {
        let whole = server { _ in RangeServer.Behaviour() }
        let bench = bench(whole)
        let task = Task {
            await bench.run { count in
                if count >= 100_000 { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }
        let outcome = await task.value
        #expect(outcome.error?.code == .cancelled)
        #expect((100_000..<Self.window * 2).contains(outcome.bytes.count))
        #expect(outcome.error?.bytesDelivered == Int64(outcome.bytes.count))
    }

    @Test("A length that a host tells only later may be that of its window: what follows is asked for all the same")
    func lateLength() async {
        let server = server { asked in
            guard asked.number < 3 else { return RangeServer.Behaviour() }
            return .with {
                $0.knowsTotal = false
                $0.instead = asked.number == 2 ? self.object.part(61_440..<131_072, of: 131_072) : nil
            }
        }
        await bench(server).run().expectWhole(object)
    }

    @Test("Copies of an iterator each read the whole document, also where the next window is here for one of them")
    func copies() async throws {
        for count in [Self.window, 2 * Self.window] {
            var one = bench(server { _ in RangeServer.Behaviour() }).download().makeAsyncIterator()
            var first: [UInt8] = []
            while first.count < count { first += try #require(try await one.next()) }
            let (own, copied) = try await readInTurn(&one, behind: first)
            #expect(own == object.bytes)
            #expect(copied == object.bytes)
        }
    }

    @Test("A window that begins long before what was asked for is not held, and has no memory set aside")
    func longWindow() async {
        let start: Int64 = 500_000_000_000_000_000
        func part(_ range: Range<Int64>) -> MockAnswer {
            var body = MockBody.bytes(object.bytes[..<65_536])
            body.announcedLength = Int64(range.count)
            let place = "bytes \(range.lowerBound)-\(range.upperBound - 1)/900000000000000000"
            let headers: HeaderFields = [
                "Content-Type": "application/json", "ETag": "\"v1\"", "Content-Range": place,
            ]
            return .response(status: 206, headers: headers, body: body)
        }
        let document = StoredDocument(eTag: ETag("\"v1\""), lastModified: nil, length: nil, coding: .identity)
        let point = ResumePoint(document: document, offset: start, mark: .none)
        let bench = DownloadBench([part(start..<start + 65_536), part(0..<start + 131_072)], capabilities: .buffering) {
            $0.windowBytes = Self.window
            $0.maximumBytes = .max
        }
        let outcome = await bench.run(resumingFrom: ResumeToken(runID: "pr_1", chunkCount: 1, point: point))
        #expect(outcome.error?.code == .tooLarge)
        #expect(outcome.bytes.count == 65_536)
    }
}
