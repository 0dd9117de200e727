import ParseKit
import ParseTesting

/// The simulated service with an embedded document, for those who have neither key nor network.
struct DemoService {
    let runID = "pr_harbourReport0001"
    private let api: SimulatedParseAPI

    /// Opens the service: the run takes a few seconds of real time, or none where nobody watches.
    init(processingTime: Duration) throws {
        api = SimulatedParseAPI()
        let document = SampleDocument(pages: 24, seed: 7)
        api.add(
            try .processed(runID, output: document.output, after: processingTime, fileName: "harbour-report.pdf")
        )
    }

    func client() throws(ParseError) -> ParseClient {
        try api.client()
    }
}
