import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ConformanceBench {
    private static let secret = "s3cr3t-of-this-test"

    /// Sends a request with a key and a presigned query, which is to fail, and looks for both in the error.
    func expectFault(
        _ kind: TransportError.Kind,
        _ phase: TransportError.Phase,
        of url: String,
        idle: Duration = .seconds(30)
    ) async {
        guard let url = URL(string: "\(url)?X-Amz-Signature=\(Self.secret)") else { return find("\(url) is no URL.") }
        let request = TransportRequest(
            url: url,
            headers: ["Authorization": "Bearer \(Self.secret)"],
            timeouts: TransportTimeouts(connect: options.patience, idle: idle)
        )
        let result = await result(of: request)
        expect(result, failsAs: kind, phase)
        guard case .fault(let error) = result else { return }
        if phase == .notSent { expect("`onReusedConnection`", error.onReusedConnection, is: false) }
        var texts = ["\(error)", String(reflecting: error), error.errorDescription ?? ""]
        dump(error, to: &texts[0])
        if texts.contains(where: { $0.contains(Self.secret) }) {
            find(
                "The error shows the request's key or presigned query: make it with `TransportError(_:phase:message:)`."
            )
        }
    }
}
