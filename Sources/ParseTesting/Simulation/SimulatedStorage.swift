import ParseModels
import ParseRetry
import ParseTransport
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The storage's side of a ``SimulatedParseAPI``: presigned URLs, answered as S3 answers them.
struct SimulatedStorage {
    let api: SimulatedParseAPI

    static let host = "outputs.simulated.example"

    /// How much of a body is handed out at a time.
    private static let pieceSize = 65_536

    /// Gives out a URL that lives for a while from now.
    func presign(_ id: String) -> PresignedURL {
        let now = api.time.now
        let signature = api.state.withLock { state in
            state.issues += 1
            let signature = "5161ed" + String(format(state.issues))
            state.issued[signature] = SimulatedState.Issue(runID: id, expires: now + api.urlLifetime)
            return signature
        }
        let query = [
            "X-Amz-Algorithm=AWS4-HMAC-SHA256",
            "X-Amz-Credential=SIMULATED%2Fsimulated%2Fs3%2Faws4_request",
            "X-Amz-Date=\(Self.timestamp(api.time.date))",
            "X-Amz-Expires=\(api.urlLifetime.components.seconds)",
            "X-Amz-SignedHeaders=host",
            "X-Amz-Signature=\(signature)",
        ]
        return PresignedURL(rawValue: "https://\(Self.host)/output.json?" + query.joined(separator: "&"))
    }

    func answer(_ request: TransportRequest, fault: SimulatedFault?) -> TransportResponse {
        if let response = fault?.response { return response }
        if case .expired? = fault?.kind { return Self.expired }
        var response = answer(request)
        if case .breakBody(let count, let error)? = fault?.kind {
            response.body = response.body.breaking(after: count, with: error)
        }
        return response
    }

    private func answer(_ request: TransportRequest) -> TransportResponse {
        guard request.headers["Authorization"] == nil else {
            return Self.refusal(400, "InvalidArgument", "Only one auth mechanism allowed.")
        }
        let items = URLComponents(url: request.url, resolvingAgainstBaseURL: false)?.queryItems ?? []
        let signature = items.first { $0.name == "X-Amz-Signature" }?.value
        // The method is signed as well: a URL made for GET answers nothing else.
        guard let signature, request.method == .get else {
            return Self.refusal(403, "SignatureDoesNotMatch", "The request signature does not match.")
        }
        let (issue, entry) = api.state.withLock { state in
            let issue = state.issued[signature]
            return (issue, issue.flatMap { state.runs[$0.runID] })
        }
        guard let issue, api.time.now < issue.expires else { return Self.expired }
        guard let output = entry?.run.output else {
            return Self.refusal(404, "NoSuchKey", "The specified key does not exist.")
        }
        return SimulatedObject(bytes: output).answer(request.headers, pieceSize: Self.pieceSize)
    }

    /// Made anew each time: a body is read once.
    private static var expired: TransportResponse { refusal(403, "AccessDenied", "Request has expired") }

    static func refusal(_ status: Int, _ code: String, _ message: String) -> TransportResponse {
        let xml =
            #"<?xml version="1.0" encoding="UTF-8"?><Error><Code>\#(code)</Code><Message>\#(message)</Message></Error>"#
        return TransportResponse(status: status, headers: ["Content-Type": "application/xml"], body: xml.utf8)
    }

    private func format(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: max(0, 58 - digits.count)) + digits
    }

    /// A date in the basic form that signatures use, such as `20261124T120000Z`.
    private static func timestamp(_ date: Date) -> String {
        date.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    }
}
