import ParseModels
import ParseRetry
import ParseTransport
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The API's side of a ``SimulatedParseAPI``: `GET /parse_runs/{id}`.
struct SimulatedService {
    let api: SimulatedParseAPI

    func answer(_ request: TransportRequest, _ visit: SimulatedVisit) -> TransportResponse {
        if let wait = visit.wait { return Self.tooMany(wait) }
        guard isAuthorized(request, visit) else { return Self.refusal(401) }
        guard request.headers["x-extend-api-version"] != nil else {
            api.note(.missingVersion, "call \(visit.number) names no x-extend-api-version")
            return Self.refusal(400)
        }
        guard let id = Self.runID(of: request.url) else {
            api.note(.unknownPath, "call \(visit.number) asks for \(visit.path)")
            return Self.refusal(404)
        }
        guard request.method == .get else {
            api.note(.unexpectedMethod, "call \(visit.number) is \(request.method) \(visit.path)")
            return Self.refusal(404)
        }
        guard let entry = api.state.withLock({ $0.runs[id] }) else {
            if visit.runID == nil { api.note(.unknownRun, "call \(visit.number) asks for \(visit.path)") }
            return Self.refusal(404)
        }
        let items = URLComponents(url: request.url, resolvingAgainstBaseURL: false)?.queryItems ?? []
        let wantsURL = items.contains(URLQueryItem(name: "responseType", value: "url"))
        return (try? run(entry, wantsURL: wantsURL)) ?? Self.refusal(500)
    }

    private func isAuthorized(_ request: TransportRequest, _ visit: SimulatedVisit) -> Bool {
        guard let sent = request.headers["Authorization"] else {
            api.note(.missingKey, "call \(visit.number) for \(visit.path) carries no key")
            return false
        }
        let keys = api.keys.filter { sent == "Bearer \($0.token)" }
        if keys.contains(where: { $0.isKnown(at: visit.time) }) { return true }
        if !keys.contains(where: { $0.hasEnded(at: visit.time) }) {
            api.note(.wrongKey, "call \(visit.number) for \(visit.path) carries an unknown key")
        }
        return false
    }

    private func run(_ entry: SimulatedState.Entry, wantsURL: Bool) throws -> TransportResponse {
        var run = entry.run.template
        run.status = entry.run.status(after: api.elapsed - entry.began)
        if !run.status.isTerminal {
            run.failureReason = nil
            run.failureMessage = nil
        }
        guard run.status == .processed else {
            run.metrics = nil
            run.usage = nil
            return Self.response(try StableJSON.bytes(run))
        }
        guard let document = entry.run.document else { return Self.response(try StableJSON.bytes(run)) }
        if wantsURL {
            run.outputURL = SimulatedStorage(api: api).presign(run.id)
            return Self.response(try StableJSON.bytes(run))
        }
        // The output is bytes already, and goes in as the last member.
        let opening = try StableJSON.bytes(run).dropLast() + Array(#","output":"#.utf8)
        return Self.response(opening, then: document.content, closing: Array("}".utf8), pieceSize: api.pieceSize)
    }

    /// The run that a path names; `nil` for a path that names none.
    static func runID(of url: URL) -> String? {
        let path = url.path(percentEncoded: true).split(separator: "/", omittingEmptySubsequences: false)
        guard path.count >= 2, path[path.count - 2] == "parse_runs", let last = path.last, !last.isEmpty else {
            return nil
        }
        var components = URLComponents()
        components.percentEncodedPath = "/" + last
        return String(components.path.dropFirst())
    }

    private static func response(_ body: [UInt8]) -> TransportResponse {
        TransportResponse(
            status: 200,
            headers: ["Content-Type": "application/json", "Content-Length": "\(body.count)"],
            body: body
        )
    }

    private static func response(
        _ opening: [UInt8],
        then content: StoredContent,
        closing: [UInt8],
        pieceSize: Int
    ) -> TransportResponse {
        let length = opening.count + content.count + closing.count
        let body = ResponseBody(length: Int64(length)) {
            var (first, last) = (Optional(opening[...]), Optional(closing[...]))
            var reader = content.reader(of: 0..<content.count)
            return { () async throws(TransportError) in first.take() ?? reader.next(pieceSize) ?? last.take() }
        }
        let headers: HeaderFields = ["Content-Type": "application/json", "Content-Length": "\(length)"]
        return TransportResponse(head: ResponseHead(status: 200, headers: headers), body: body)
    }

    private static func tooMany(_ wait: Duration) -> TransportResponse {
        let (seconds, rest) = wait.components
        var response = refusal(429)
        response.head.headers["Retry-After"] = "\(max(1, rest > 0 ? seconds + 1 : seconds))"
        return response
    }

    static func refusal(_ status: Int) -> TransportResponse {
        TransportResponse(
            status: status,
            headers: ["Content-Type": "application/json"],
            body: errorBody(status).utf8
        )
    }

    private static func errorBody(_ status: Int) -> String {
        let (code, message) =
            switch status {
            case 400, 422: ("INVALID_REQUEST", "The request is malformed.")
            case 401: ("UNAUTHORIZED", "The API key is missing or not known.")
            case 402: ("USAGE_BLOCKED", "There are no credits left.")
            case 404: ("NOT_FOUND", "There is no such run.")
            case 429: ("RATE_LIMIT_EXCEEDED", "Too many requests.")
            default: ("INTERNAL_ERROR", "The simulated service answers with \(status).")
            }
        let retryable = status == 429 || status >= 500
        return #"{"code":"\#(code)","message":"\#(message)","retryable":\#(retryable)}"#
    }
}
