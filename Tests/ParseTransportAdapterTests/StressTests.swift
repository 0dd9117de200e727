import LoopbackServer
import ParseTransport
import Testing

@Suite("Under stress", .timeLimit(.minutes(1)))
struct StressTests {
    @Test("Three hundred exchanges, cancelled at random, neither crash nor hang", arguments: Adapter.allCases, [1, 2])
    func randomCancels(on adapter: Adapter, seed: UInt64) async throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/small": .response(body: "small")
            case "/chunks": .chunked(pieces: Array(repeating: Array(repeating: 7, count: 500), count: 20))
            case "/large": .generated(300_000)
            case "/broken": .resetMidBody
            default: .stallMidBody
            }
        }
        let transport = adapter.makeTransport()
        let paths = ["/small", "/chunks", "/large", "/broken", "/stall"]
        var random = SeededGenerator(seed: seed)
        var kinds: [TransportError.Kind?] = []
        for _ in 0..<10 {
            var tasks: [Task<TransportError.Kind?, Never>] = []
            for _ in 0..<30 {
                let path = paths.randomElement(using: &random) ?? "/small"
                let request = TransportRequest(url: server.url(path: path))
                tasks.append(Task { await transport.fault(of: request)?.kind })
                for _ in 0..<Int.random(in: 0..<20, using: &random) { await Task.yield() }
                if Bool.random(using: &random) { tasks.randomElement(using: &random)?.cancel() }
            }
            for task in tasks {
                for _ in 0..<Int.random(in: 0..<20, using: &random) { await Task.yield() }
                task.cancel()
                kinds.append(await task.value)
            }
        }
        #expect(kinds.count == 300)
        let expected: Set<TransportError.Kind?> = [nil, .cancelled, .connectionBroken]
        #expect(Set(kinds).isSubset(of: expected))
    }

    @Test("Transports that come and go with transfers under way", arguments: Adapter.allCases)
    func shortLives(on adapter: Adapter) async throws {
        let server = try LoopbackServer { $0.path == "/stall" ? .stallMidBody : .response(body: "ok") }
        for _ in 0..<40 {
            let transport = adapter.makeTransport()
            let stalled = try await transport.send(TransportRequest(url: server.url(path: "/stall")))
            #expect(try await transport.exchange(TransportRequest(url: server.url())).body == Array("ok".utf8))
            #expect(stalled.status == 200)
        }
    }
}

/// A generator with a seed, so that a failing run can be run again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    // SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
