import Foundation
import ParseTransport

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension URLRequest {
    /// A request in the words of `URLSession`.
    init(_ request: TransportRequest) {
        self.init(url: request.url)
        cachePolicy = .reloadIgnoringLocalCacheData
        timeoutInterval = Self.timeoutInterval(request.timeouts.idle)
        httpMethod = request.method.rawValue
        httpShouldHandleCookies = false
        if !request.body.isEmpty { httpBody = Data(request.body) }
        for field in request.headers where !Self.framing.contains(field.name.lowercased()) {
            addValue(field.value, forHTTPHeaderField: field.name)
        }
        if request.headers["accept-encoding"] == nil {
            setValue("identity", forHTTPHeaderField: "Accept-Encoding")
        }
    }

    private static func timeoutInterval(_ idle: Duration) -> TimeInterval {
        let (seconds, attoseconds) = idle.components
        let interval = Double(seconds) + Double(attoseconds) / 1e18
        #if canImport(Darwin)
            return interval
        #else
            // Cut to whole seconds there, of which zero would mean at once.
            return max(1, interval.rounded(.up))
        #endif
    }

    private static let framing: Set = ["content-length", "transfer-encoding"]
}
