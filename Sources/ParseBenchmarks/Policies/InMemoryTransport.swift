import ParseTransport

/// Answers every request at once with the same small run, so that what is measured is what lies around it.
struct InMemoryTransport: Transport {
    static let runID = "pr_bench00000000000001"

    let capabilities = TransportCapabilities.streaming

    private let head = ResponseHead(
        status: 200,
        headers: ["Content-Type": "application/json", "x-extend-request-id": "req_bench0000000001"]
    )
    private let body = Array(json.utf8)

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        TransportResponse(head: head, body: ResponseBody(pieces: [body[...]]))
    }

    /// A run as it is seen while it is waited for.
    static let json = #"""
        {"object":"parse_run","id":"pr_bench00000000000001","batchId":null,"file":{"object":"file",\#
        "id":"file_bench000000000001","name":"harbour-report.pdf","type":"PDF","metadata":{"pageCount":1}},\#
        "status":"PROCESSING","failureReason":null,"failureMessage":null,"metadata":{},"output":null,\#
        "outputUrl":null,"metrics":null}
        """#
}
