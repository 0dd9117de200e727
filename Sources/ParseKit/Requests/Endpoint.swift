import ParseTransport

/// One operation of the API: a method, a path below the base URL and a query.
struct Endpoint {
    let operation: ParseError.Operation
    let method: TransportRequest.Method
    let path: String

    /// The run that it is about.
    let runID: String

    static func parseRun(_ id: String, responseType: ResponseType) throws(ParseError) -> Endpoint {
        // The type is ours or a user's own; like an id it must stay where it belongs.
        guard responseType.rawValue.utf8.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) else {
            throw ParseError(.invalidRequest, message: "A response type is one word.", operation: .parseRun)
        }
        return Endpoint(
            operation: .parseRun,
            method: .get,
            path: try RunPath(id: id).text + "?responseType=\(responseType.rawValue)",
            runID: id
        )
    }

    func request(_ configuration: ParseClientConfiguration, token: APIToken) throws(ParseError) -> TransportRequest {
        guard let url = configuration.baseURL.appending(path) else {
            throw ParseError(.invalidRequest, message: "No URL can be made of the path.", operation: operation)
        }
        var request = TransportRequest(method: method, url: url, timeouts: configuration.timeouts)
        request.headers = [
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "Authorization": token.authorization,
            "User-Agent": configuration.userAgent,
            "x-extend-api-version": configuration.apiVersion,
        ]
        request.headers["x-extend-workspace-id"] = configuration.workspaceID
        return request
    }
}
