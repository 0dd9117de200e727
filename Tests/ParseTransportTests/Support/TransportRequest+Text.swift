import ParseTransport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension TransportRequest {
    /// Makes a request of a URL's text, so that a test reads as it is sent.
    init(_ method: Method = .get, _ text: String, headers: HeaderFields = [:]) throws {
        self.init(method: method, url: try #require(URL(string: text)), headers: headers)
    }
}
