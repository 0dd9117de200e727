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

    func answer(_ request: TransportRequest, number: Int, fault: SimulatedFault?) -> TransportResponse {
        var response = fault?.response ?? answer(request)
        response.head.headers["x-extend-request-id"] = "req_simulated_\(number)"
        if case .breakBody(let count, let error)? = fault?.kind {
            response.body = response.body.breaking(after: count, with: error)
        }
        return response
    }

    private func answer(_ request: TransportRequest) -> TransportResponse {
        guard request.headers["Authorization"] == "Bearer \(api.token)" else { return Self.refusal(401) }
        guard request.headers["x-extend-api-version"] != nil else { return Self.refusal(400) }
        let path = request.url.path(percentEncoded: true).split(separator: "/", omittingEmptySubsequences: false)
        guard request.method == .get, path.count >= 2, path[path.count - 2] == "parse_runs",
            let entry = api.state.withLock({ $0.runs[Self.decoded(path[path.count - 1])] })
        else { return Self.refusal(404) }
        let items = URLComponents(url: request.url, resolvingAgainstBaseURL: false)?.queryItems ?? []
        let wantsURL = items.contains(URLQueryItem(name: "responseType", value: "url"))
        guard let body = try? run(entry, wantsURL: wantsURL) else { return Self.refusal(500) }
        return TransportResponse(
            status: 200,
            headers: ["Content-Type": "application/json", "Content-Length": "\(body.count)"],
            body: body
        )
    }

    private func run(_ entry: SimulatedState.Entry, wantsURL: Bool) throws -> [UInt8] {
        var run = entry.run.template
        run.status = entry.run.status(after: api.time.now - entry.began)
        guard run.status == .processed else {
            run.metrics = nil
            run.usage = nil
            return Array(try JSONEncoder().encode(run))
        }
        guard let output = entry.run.output else { return Array(try JSONEncoder().encode(run)) }
        if wantsURL {
            run.outputURL = SimulatedStorage(api: api).presign(run.id)
            return Array(try JSONEncoder().encode(run))
        }
        // The output is bytes already, and goes in as the last member.
        return try JSONEncoder().encode(run).dropLast() + Array(#","output":"#.utf8) + output + Array("}".utf8)
    }

    private static func decoded(_ segment: Substring) -> String {
        var components = URLComponents()
        components.percentEncodedPath = "/" + segment
        return String(components.path.dropFirst())
    }

    static func refusal(_ status: Int) -> TransportResponse {
        TransportResponse(
            status: status,
            headers: ["Content-Type": "application/json"],
            body: errorBody(status).utf8
        )
    }

    static func errorBody(_ status: Int) -> String {
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

extension ResponseBody {
    /// The same body, which breaks off after some bytes.
    func breaking(after count: Int, with error: TransportError) -> ResponseBody {
        ResponseBody(length: length) {
            var pieces = makeAsyncIterator()
            var left = count
            return { () async throws(TransportError) in
                guard left > 0 else { throw error }
                guard let piece = try await pieces.next(isolation: #isolation) else { return nil }
                let kept = piece.prefix(left)
                left -= kept.count
                return kept
            }
        }
    }
}
