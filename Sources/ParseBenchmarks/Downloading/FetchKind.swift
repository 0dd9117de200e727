import ParseTransport
import ParseTransportCurl
import ParseTransportURLSession

/// A way to download.
enum FetchKind: String, CaseIterable, Codable {
    /// As fast as it goes, and nothing done with it.
    case bytes

    /// As fast as it goes, down to chunks.
    case chunks

    /// Over libcurl, by a reader that takes its time.
    case slow

    /// The same over a transport that says it buffers, window by window.
    case slowWindowed = "slow-windowed"

    /// The same over `URLSession`, which buffers on Linux.
    case slowURLSession = "slow-urlsession"

    /// What it goes over.
    func makeTransport() -> any Transport {
        switch self {
        case .bytes, .chunks, .slow: CurlTransport()
        case .slowWindowed: Buffering(base: CurlTransport())
        case .slowURLSession: URLSessionTransport()
        }
    }

    /// How many bytes a second the reader takes; `nil` for all there are.
    var pace: Int? {
        switch self {
        case .bytes, .chunks: nil
        case .slow, .slowWindowed, .slowURLSession: 100_000_000
        }
    }

    /// A transport that says less of itself than it can.
    private struct Buffering: Transport {
        let base: CurlTransport

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            try await base.send(request)
        }
    }
}
