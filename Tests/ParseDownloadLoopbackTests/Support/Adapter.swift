import ParseTransport
import ParseTransportCurl
import ParseTransportURLSession
import Testing

/// The transports that a download goes over.
enum Adapter: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case curl = "CurlTransport"
    case urlSession = "URLSessionTransport"

    var testDescription: String { rawValue }

    /// A transport that no proxy of the machine's stands before.
    func makeTransport() -> any Transport {
        switch self {
        case .curl: CurlTransport(configuration: .standard.with { $0.usesProxyFromEnvironment = false })
        case .urlSession: URLSessionTransport()
        }
    }

    /// Whether it cannot hold its peer back here, so that a window at a time is asked for.
    var isWindowed: Bool { !makeTransport().capabilities.streamsWithBackpressure }

    /// Whether it undoes a content encoding by itself.
    var isDecompressing: Bool { makeTransport().capabilities.decompressesBodies }

    /// The header fields that a request to the storage host may have: what it needs, and what `URLSession` adds unasked.
    var headerNames: Set<String> {
        let needed: Set = ["host", "accept", "accept-encoding", "user-agent", "range", "if-match"]
        return self == .curl ? needed : needed.union(["accept-language", "connection"])
    }

    /// Those that survive a peer which closes within its headers: `URLSession` on Linux ends the process.
    static var robust: [Adapter] {
        #if canImport(Darwin)
            allCases
        #else
            [.curl]
        #endif
    }

    /// Those that ask for a window at a time.
    static var windowed: [Adapter] { allCases.filter(\.isWindowed) }

    /// Those that hold their peer back.
    static var streaming: [Adapter] { allCases.filter { !$0.isWindowed } }
}
