import ParseKit
import ParseTesting

/// The simulated service with an embedded document, for those who have neither key nor network.
struct DemoService {
    let runID = "pr_harbourReport0001"
    private let api: SimulatedParseAPI

    /// How long the run takes: long enough to see it wait, short enough not to.
    private static let processingTime = Duration.seconds(2)

    init(time: TimeSource) throws {
        api = SimulatedParseAPI(time: time)
        let document = SampleDocument(pages: 24, seed: 7)
        api.add(
            try .processed(runID, output: document.output, after: Self.processingTime, fileName: "harbour-report.pdf")
        )
    }

    func client() throws(ParseError) -> ParseClient {
        try api.client()
    }
}
