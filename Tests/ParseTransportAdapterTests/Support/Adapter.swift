import ParseTransport
import ParseTransportCurl
import ParseTransportURLSession
import Testing

/// The transports that keep one contract.
enum Adapter: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case curl = "CurlTransport"
    case urlSession = "URLSessionTransport"

    var testDescription: String { rawValue }

    /// A transport that no proxy of the machine's stands before.
    func makeTransport(headerLimits: HeaderLimits = .standard) -> any Transport {
        switch self {
        case .curl: CurlTransport(configuration: .direct.with { $0.headerLimits = headerLimits })
        case .urlSession: URLSessionTransport(configuration: .standard.with { $0.headerLimits = headerLimits })
        }
    }
}

extension CurlTransport.Configuration {
    static let direct = standard.with { $0.usesProxyFromEnvironment = false }
}
