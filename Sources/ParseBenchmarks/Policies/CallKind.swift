import ParseKit
import ParseRetry
import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A way to make one call that succeeds at once, from the transport alone up to the whole client.
enum CallKind: String, CaseIterable, Codable {
    /// The transport in memory, and nothing around it.
    case bare

    /// Through the retry engine, which hands the body on unread.
    case retrying

    /// Through the retry engine as the client uses it: with a deadline, and the body read within the attempt.
    case reading

    /// The whole client, down to a run that has been decoded.
    case client

    /// What is called, for the table.
    var summary: String {
        switch self {
        case .bare: "the transport alone"
        case .retrying: "RetryingTransport.perform"
        case .reading: "the same, body read before a deadline"
        case .client: "ParseClient.parseRun"
        }
    }

    /// Makes ready whatever lives longer than a call.
    ///
    /// - Returns: what makes one call.
    /// - Throws: why there can be no call.
    func prepared() throws -> @Sendable () async throws -> Void {
        let transport = InMemoryTransport()
        let request = TransportRequest(url: try Self.url)
        let retrying = RetryingTransport(transport, configuration: .standard)
        switch self {
        case .bare:
            return { try Self.check(try await transport.send(request).status) }
        case .retrying:
            return { try Self.check(try await retrying.perform(request).response.status) }
        case .reading:
            return {
                let deadline = Deadline(after: .seconds(120), on: .system)
                let answer = try await retrying.perform(request, before: deadline, collectingUpTo: 1 << 20)
                try Self.check(answer.response.status)
            }
        case .client:
            let client = try ParseClient(token: "sk_benchmark", transport: transport)
            return {
                let run = try await client.parseRun(InMemoryTransport.runID)
                guard run.status == .processing else { throw BenchmarkFailure("the run is \(run.status)") }
            }
        }
    }

    private static var url: URL {
        get throws(BenchmarkFailure) {
            guard let url = URL(string: "https://api.extend.ai/parse_runs/\(InMemoryTransport.runID)") else {
                throw BenchmarkFailure("the address of the run is none")
            }
            return url
        }
    }

    private static func check(_ status: Int) throws(BenchmarkFailure) {
        guard status == 200 else { throw BenchmarkFailure("the answer was \(status)") }
    }
}
