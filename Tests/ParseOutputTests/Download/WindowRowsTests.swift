import ParseOutput
import ParseTransport
import Testing

// There are no parallel ranges here, as one connection streams faster than a decoder eats. The rows about them hold for
// the windows of a transport that buffers: at most two are under way, the one that is read and the next.

@Suite("Windows instead of parallel parts, row by row")
struct WindowRowsTests {
    private static let window = 65_536
    private let object = StoredBytes.large(count: 8 * window).with { $0.pieceSize = 8_192 }

    /// Where the request for a window begins: before it, by the seam.
    private static func start(_ window: Int) -> Int { window * Self.window - 4_096 }

    private static func line(from start: Int, to end: Int) -> String {
        "url1 bytes=\(start)-\(end - 1) If-Match \"v1\""
    }

    private static func line(_ number: Int) -> String {
        line(from: start(number), to: (number + 1) * window)
    }

    private func bench(_ server: RangeServer) -> DownloadBench {
        DownloadBench(over: server, capabilities: .buffering) { $0.windowBytes = Self.window }
    }

    @Test("C34 A window that fails and one that breaks off come again, and disturb no other")
    func c34_windowsFail() async {
        let server = RangeServer(object, capabilities: .buffering) { asked in
            switch (asked.range.lowerBound, asked.attempt) {
            case (Self.start(3), 1): .with { $0.instead = .s3(503, "InternalError") }
            case (Self.start(5), 1): .with { $0.brokenAfter = 4_096 + 8_192 }
            default: RangeServer.Behaviour()
            }
        }
        let bench = bench(server)
        let outcome = await bench.run { count in
            // The window ahead has been asked for before the one that is read breaks off.
            if count > 5 * Self.window { await server.waitForRequest(from: Self.start(6)) }
        }
        outcome.expectWhole(object)
        // Of the one that broke off the rest comes, and the one behind it is here already.
        let rest = Self.line(from: 5 * Self.window + 8_192 - 4_096, to: 6 * Self.window)
        let expected = ["url1 bytes=0-65535"] + [1, 2, 3, 3, 4, 5, 6].map(Self.line) + [rest, Self.line(7)]
        #expect(outcome.requests == expected)
        let twice = 4_096 * (expected.count - 2)
        #expect(outcome.report.wireBytes == Int64(object.bytes.count + twice))
    }

    @Test(
        "C35 A document that changes between windows is one error, and none of the new one comes",
        arguments: [false, true])
    func c35_changesMidway(conditionsAreIgnored: Bool) async {
        let other = object.with {
            $0.eTag = "\"v2\""
            $0.bytes.reverse()
        }
        let server = RangeServer(object, capabilities: .buffering) { asked in
            .with {
                $0.object = asked.number > 3 ? other : nil
                $0.ignoresConditions = conditionsAreIgnored
            }
        }
        let outcome = await bench(server).run()
        outcome.expectError(.outputChanged, after: 3 * Self.window, of: object)
        #expect(outcome.requests == ["url1 bytes=0-65535"] + [1, 2, 3].map(Self.line))
    }
}
