import ParseModels
import ParseRetry
import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads the API's error bodies, in whatever form they come.
enum APIErrorReader {
    /// Reads an error body; `nil` for a gateway's page or anything else that is not one.
    static func read(_ body: [UInt8]) -> APIErrorBody? {
        try? JSONDecoder().decode(APIErrorBody.self, from: Data(body))
    }

    /// What an error body says about trying again.
    static func verdict(_ head: ResponseHead, _ body: [UInt8]) -> ServerVerdict {
        guard let said = read(body) else { return .none }
        return ServerVerdict(isRetryable: said.retryable, code: said.code?.rawValue)
    }
}
