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

    /// Gives out a URL that lives for a while from now.
    func presign(_ id: String) -> PresignedURL {
        let end = api.elapsed + api.urlLifetime
        let number = api.state.withLock { $0.issue(for: id, until: end) }
        let query = [
            "X-Amz-Algorithm=AWS4-HMAC-SHA256",
            "X-Amz-Credential=SIMULATED%2Fsimulated%2Fs3%2Faws4_request",
            "X-Amz-Date=\(Self.timestamp(api.time.date))",
            "X-Amz-Expires=\(api.urlLifetime.components.seconds)",
            "X-Amz-SignedHeaders=host",
            "X-Amz-Signature=\(Self.signature(number))",
        ]
        return PresignedURL(rawValue: "https://\(Self.host)/output.json?" + query.joined(separator: "&"))
    }

    func answer(_ request: TransportRequest, _ visit: SimulatedVisit) -> TransportResponse {
        guard request.headers["Authorization"] == nil else {
            api.note(.credentialToStorage, "download \(visit.number) carries an Authorization")
            return Self.refusal(400, "InvalidArgument", "Only one auth mechanism allowed.")
        }
        let elapsed = api.elapsed
        let (issue, document) = api.state.withLock { state in
            let issue = Self.signature(of: request.url).flatMap { state.issued[$0] }
            return (issue, issue.flatMap { state.runs[$0.runID]?.run.document })
        }
        guard let issue else {
            api.note(.unknownURL, "download \(visit.number) uses a URL that was not given out")
            return Self.refusal(403, "SignatureDoesNotMatch", "The request signature does not match.")
        }
        // The method is signed as well: a URL made for GET answers nothing else.
        guard request.method == .get else {
            api.note(.unexpectedMethod, "download \(visit.number) is a \(request.method)")
            return Self.refusal(403, "SignatureDoesNotMatch", "The request signature does not match.")
        }
        guard !issue.isEnded, elapsed < issue.expires else {
            if !issue.isEnded { api.note(.expiredURL, "download \(visit.number) uses a URL after its time") }
            return Self.refusal(403, "AccessDenied", "Request has expired")
        }
        guard let document else { return Self.refusal(404) }
        return SimulatedObject(api: api, content: document.content).answer(request, visit)
    }

    /// The signature that a URL carries.
    static func signature(of url: URL) -> String? {
        let items = URLComponents(url: url, resolvingAgainstBaseURL: false)?.queryItems ?? []
        return items.first { $0.name == "X-Amz-Signature" }?.value
    }

    /// The signature of the nth URL that is given out.
    static func signature(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return "5161ed" + String(repeating: "0", count: max(0, 58 - digits.count)) + digits
    }

    /// What S3 says to a status.
    static func refusal(_ status: Int) -> TransportResponse {
        switch status {
        case 400: refusal(status, "InvalidRequest", "The request is malformed.")
        case 403: refusal(status, "AccessDenied", "Access Denied")
        case 404: refusal(status, "NoSuchKey", "The specified key does not exist.")
        case 408: refusal(status, "RequestTimeout", "The request took too long.")
        case 412: refusal(status, "PreconditionFailed", "The object is another one.")
        case 429, 503: refusal(status, "SlowDown", "Please reduce your request rate.")
        default: refusal(status, "InternalError", "We encountered an internal error. Please try again.")
        }
    }

    /// The refusal of a range of which nothing is there.
    static func unsatisfiable(_ count: Int) -> TransportResponse {
        var refusal = refusal(416, "InvalidRange", "The range is not satisfiable.")
        refusal.head.headers["Content-Range"] = "bytes */\(count)"
        return refusal
    }

    static func refusal(_ status: Int, _ code: String, _ message: String) -> TransportResponse {
        let xml =
            #"<?xml version="1.0" encoding="UTF-8"?><Error><Code>\#(code)</Code><Message>\#(message)</Message></Error>"#
        return TransportResponse(status: status, headers: ["Content-Type": "application/xml"], body: xml.utf8)
    }

    /// A date in the basic form that signatures use, such as `20261124T120000Z`.
    private static func timestamp(_ date: Date) -> String {
        date.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    }
}
