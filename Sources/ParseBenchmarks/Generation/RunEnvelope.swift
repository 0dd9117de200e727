/// The members of a run that stand around its output.
struct RunEnvelope {
    func open(_ json: inout JSONBytes) {
        json.append(
            #"""
            {"object":"parse_run","id":"pr_bench00000000000001","batchId":null,"file":{"object":"file",\#
            "id":"file_bench000000000001","name":"harbour-report.pdf","type":"PDF","parentFileId":null,\#
            "metadata":{"pageCount":1},"createdAt":"2026-11-02T08:15:30Z","updatedAt":"2026-11-02T08:15:31Z"},\#
            "status":"PROCESSED","failureReason":null,"failureMessage":null,\#
            "metadata":{"ticket":4711,"extend:usage_tags":["benchmarks"]},"output":
            """#
        )
    }

    func close(_ json: inout JSONBytes) {
        json.append(
            #"""
            ,"outputUrl":null,"metrics":{"processingTimeMs":8421,"pageCount":1},"config":{"target":"markdown",\#
            "engine":"parse_performance","engineVersion":"2.1.0","chunkingStrategy":{"type":"page"},\#
            "blockOptions":{"figures":{"enabled":true,"figureImageClippingEnabled":true},\#
            "tables":{"targetFormat":"html","cellBlocksEnabled":true}},\#
            "advancedOptions":{"pageRotationEnabled":true,"returnOcr":{"words":false,"lines":false}}},\#
            "usage":{"credits":4,"totalCredits":4,"breakdown":[{"object":"parse_run","id":"pr_bench00000000000001",\#
            "credits":4,"charges":[{"product":"parse_performance","unit":"page","quantity":2,"credits":4}]}]}}
            """#
        )
    }
}
