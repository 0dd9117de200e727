import ParseTransport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A request with a secret in its header and its query, and a look at whether anything shows it.
enum SecretRequest {
    private static let secret = "topsecret"

    static func get() throws -> TransportRequest {
        let url = "https://bucket.s3.amazonaws.com/pr_1.json?X-Amz-Expires=900&X-Amz-Signature=\(secret)"
        return TransportRequest(
            url: try #require(URL(string: url)),
            headers: ["Authorization": "Bearer \(secret)"]
        )
    }

    static func expectNothingShown<Value>(of value: Value, _ location: SourceLocation = #_sourceLocation) {
        var shown = "\(value)" + String(reflecting: value) + String(reflecting: [value])
        dump(value, to: &shown)
        #expect(!shown.isEmpty, sourceLocation: location)
        #expect(!shown.contains(secret), sourceLocation: location)
    }
}
