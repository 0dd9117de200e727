import ParseTransportConformance
import ParseTransportURLSession
import Testing

@Suite("URLSessionTransport keeps the contract of a transport", .timeLimit(.minutes(1)))
struct URLSessionConformanceTests {
    /// What is beyond the control of whoever uses `URLSession`.
    private static let everywhere: [TransportConformance: String] = [
        .endlessHeaderLine: "The session bounds its header block itself, and names what is too long in its own words.",
        .fieldOrder: "`allHeaderFields` is a dictionary: it has no order, and joins what is repeated.",
        .newConnection: "The pool is the session's own.",
        .peerRule: "The address is named only afterwards: see `PeerTests.urlSession`.",
    ]

    #if canImport(Darwin)
        private static let impossible = everywhere
    #else
        private static let impossible = everywhere.merging(onLinux) { $1 }

        private static let onLinux: [TransportConformance: String] = [
            .halfHeaderLine: "It ends the process: see `LinuxURLSessionTests.halfHeaderLineEndsTheProcess`.",
            .halfHeaderBlock: "It ends the process: see `LinuxURLSessionTests.halfHeaderLineEndsTheProcess`.",
            .interimResponses: "The first head is taken for the last.",
            .trailers: "They end the process: see `LinuxURLSessionTests.trailersEndTheProcess`.",
        ]
    #endif

    @Test(arguments: TransportConformance.cases(excluding: impossible))
    func keepsTheContract(_ rule: TransportConformance) async throws {
        try await rule.run { URLSessionTransport() }
    }

    // Those that end the process are in `LinuxURLSessionTests`.
    @Test("What is excluded is really not kept", arguments: impossible.filter { !$0.value.contains("process") }.keys)
    func excluded(_ rule: TransportConformance) async throws {
        #expect(try await !rule.findings { URLSessionTransport() }.isEmpty)
    }
}
