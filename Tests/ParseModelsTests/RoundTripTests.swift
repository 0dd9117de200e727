import Foundation
import ParseModels
import Testing

@Suite("Decoding and encoding")
struct RoundTripTests {
    @Test("Decoded, encoded and decoded again, a run is equal", arguments: Fixture.all)
    func roundTrip(_ fixture: Fixture) throws {
        let run = try fixture.run()
        let again = try JSONDecoder().decode(ParseRun.self, from: JSONEncoder().encode(run))
        #expect(again == run)
    }

    @Test("So is a real output", .enabled(if: RealOutput.isThere, "there is no real output here"))
    func realOutput() throws {
        let output = try JSONDecoder().decode(ParseRunOutput.self, from: Data(contentsOf: RealOutput.url))
        #expect(output.chunks.count == 5)
        #expect(output.chunks.map(\.blocks.count).reduce(0, +) == 74)
        #expect(try JSONDecoder().decode(ParseRunOutput.self, from: JSONEncoder().encode(output)) == output)
    }

    @Test("What is encoded has the names and the literals of the API, and nothing that is not there")
    func wireNames() throws {
        let json = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(Fixture.complete.run()))
        let sent = try JSONDecoder().decode(JSONValue.self, from: Data(Fixture.complete.json.utf8))
        for name in ["object", "id", "batchId", "status", "metadata", "outputUrl", "metrics", "config", "usage"] {
            #expect(json[name] == sent[name], "\(name)")
        }
        #expect(json["output"]?["chunks"]?[0]?["blocks"]?[0] == sent["output"]?["chunks"]?[0]?["blocks"]?[0])
        #expect(json["output"]?["ocr"]?["words"]?[0] == sent["output"]?["ocr"]?["words"]?[0])
        #expect(json["failureReason"] == nil)
    }

    @Test("Every known field is read")
    func complete() throws {
        let run = try Fixture.complete.run()
        #expect(run.batchID == "bpar_1" && run.status == .processed && run.usageTags == ["ios-app", "beta"])
        #expect(run.file?.metadata?.parentSplit?.endPage == 2)
        #expect(run.file?.updatedAt == Date(timeIntervalSince1970: 1_793_607_331.25))
        #expect(run.config?.advancedOptions?.returnOCR?.lines == true)
        #expect(run.config?.blockOptions?.tables?.agentic?.customInstructions == "t")
        #expect(run.usage?.breakdown?.first?.charges?.first?.pages == [1, 2])
        let details = run.output?.chunks[0].blocks.map(\.details)
        #expect(details?[0] == .plain)
        #expect(details?[1] == .table(TableDetails(rowCount: 2, columnCount: 2)))
        #expect(details?[5] == .formula(FormulaDetails(latex: "x")) && details?[4] == .keyValue)
        #expect(run.output?.ocr?.words?.map(\.pageNumber) == [1, 2])
        #expect(run.output?.metadata?.pages?.first?.normalizedRotation == 270)
    }

    @Test("What tomorrow adds is kept where it is open and passed over elsewhere")
    func future() throws {
        let run = try Fixture.future.run()
        #expect(run.status.rawValue == "ARCHIVED" && !run.status.isTerminal)
        #expect(run.failureReason?.rawValue == "SOLAR_FLARE")
        let blocks = try #require(run.output?.chunks.first?.blocks)
        #expect(blocks[0].type.rawValue == "hologram")
        guard case .unknown("hologram_details", let payload) = blocks[0].details else {
            Issue.record("unknown details are lost")
            return
        }
        #expect(payload["n"] == [1, [:]])
        #expect(blocks[1].details == .unknown(type: nil, payload: ["depth": 4]))
        #expect(
            blocks[2].details
                == .unknown(type: "table_details", payload: ["type": "table_details", "rowCount": "many"]))
        #expect(blocks[3].details == .figure(FigureDetails(figureType: FigureType(rawValue: "hologram"))))
        #expect(blocks[4].details == .plain)
    }

    @Test(
        "A field of the wrong type is an error that says where",
        arguments: [
            (#"{"id":1,"status":"FAILED"}"#, "id"), (#"{"status":"FAILED"}"#, "id"), (#"{"id":"a"}"#, "status"),
            (#"{"id":"a","status":"X","file":{"name":"b"}}"#, "file.id"),
            (
                #"{"id":"a","status":"X","output":{"chunks":[{"blocks":[{"boundingBox":{"left":"1"}}]}]}}"#,
                "output.chunks.0.blocks.0.boundingBox.left"
            ),
            (#"{"id":"a","status":"X","file":{"id":"f","createdAt":"yesterday"}}"#, "file.createdAt"),
            (
                #"{"id":"a","status":"X","output":{"chunks":[{"metadata":{"pageRange":{"start":1.5,"end":2}}}]}}"#,
                "output.chunks.0.metadata.pageRange.start"
            ),
        ]
    )
    func wrongType(_ json: String, _ path: String) {
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(ParseRun.self, from: Data(json.utf8))
        }
        let found: [any CodingKey] =
            switch error {
            case .keyNotFound(let key, let context)?: context.codingPath + [key]
            case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?, .dataCorrupted(let context)?:
                context.codingPath
            default: []
            }
        #expect(found.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".") == path)
    }
}

/// The real parse output that lies beside the project on some machines.
enum RealOutput {
    static let url = URL(
        fileURLWithPath: ProcessInfo.processInfo.environment["PARSE_REAL_OUTPUT"]
            ?? URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("shared/data/real-output-pages-1-5.json").path
    )

    static var isThere: Bool { FileManager.default.fileExists(atPath: url.path) }
}
