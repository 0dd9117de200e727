import Foundation
import ParseModels
import ParseOutput
import Testing

@Suite("Agreement with Codable on whole documents")
struct RunAgreementTests {
    @Test("A run is what JSONDecoder makes of it", arguments: RunFixtures.all)
    func run(document: DecodingFixture) throws {
        let expected = try JSONDecoder().decode(ParseRun.self, from: Data(document.bytes))
        #expect(try ParseRun(decoding: document.bytes) == expected)
    }

    @Test("What is written of a run is read again", arguments: RunFixtures.all)
    func written(document: DecodingFixture) throws {
        let run = try ParseRun(decoding: document.bytes)
        #expect(try ParseRun(decoding: Array(JSONEncoder().encode(run))) == run)
    }

    @Test("Nothing of a run that has everything is left out")
    func complete() throws {
        let run = try ParseRun(decoding: RunFixtures.complete.bytes)
        for child in Mirror(reflecting: run).children where child.label != "failureReason" {
            #expect("\(child.value)" != "nil" || child.label == "failureMessage", "\(child.label ?? "")")
        }
        #expect(run.config?.blockOptions?.tables?.agentic?.customInstructions == "t")
        #expect(run.usage?.breakdown?.first?.charges?.first?.pages == [1, 2])
        #expect(run.file?.metadata?.parentSplit?.endPage == 2)
        #expect(run.usageTags == ["ios-app", "beta"])
    }

    @Test("An output is what JSONDecoder makes of it", arguments: DecodingFixtures.outputs)
    func output(document: DecodingFixture) throws {
        let expected = try JSONDecoder().decode(ParseRunOutput.self, from: Data(document.bytes))
        #expect(try ParseRunOutput(decoding: document.bytes) == expected)
    }

    @Test("A real output is what JSONDecoder makes of it", .enabled(if: RealOutput.isThere, "it is absent"))
    func realOutput() throws {
        let bytes = try #require(RealOutput.bytes)
        let expected = try JSONDecoder().decode(ParseRunOutput.self, from: Data(bytes))
        #expect(try ParseRunOutput(decoding: bytes) == expected)
        let run = Array(#"{"output":"#.utf8) + bytes + Array(#","id":"pr_1","status":"PROCESSED"}"#.utf8)
        #expect(try ParseRun(decoding: run) == ParseRun(id: "pr_1", status: .processed, output: expected))
    }

    @Test("A date is read in every form that Codable reads", arguments: Self.dates)
    func date(text: String) throws {
        let document = #"{"id":"a","status":"X","file":{"id":"f","createdAt":"\#(text)","updatedAt":"\#(text)"}}"#
        let run = try ParseRun(decoding: Array(document.utf8))
        #expect(try JSONDecoder().decode(ParseRun.self, from: Data(document.utf8)) == run)
        #expect(run.file?.createdAt != nil && run.file?.updatedAt == run.file?.createdAt)
    }

    static let dates = [
        "2024-03-21T16:45:00Z", "2024-03-21t16:45:00z", "2024-03-21 16:45:00Z", "2024-03-21T17:45:00+01:00",
        "2024-03-21T11:15:00-05:30", "2024-03-21T16:45:00.5Z", "2024-03-21T16:45:00.123456789Z",
        "2016-12-31T23:59:60Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", #"2024-03-21T16\u003a45:00Z"#,
    ]

    @Test(
        "What is no date to Codable is none here",
        arguments: [
            "", "2024-03-21", "2024-03-21T16:45:00", "2023-02-29T00:00:00Z", "2024-03-21T16:45:00.Z",
            " 2024-03-21T16:45:00Z", "2024-03-21T24:00:00Z", "yesterday", "1711039500",
        ]
    )
    func noDate(text: String) {
        for name in ["createdAt", "updatedAt"] {
            let document = #"{"id":"a","status":"X","file":{"id":"f","\#(name)":"\#(text)"}}"#
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(ParseRun.self, from: Data(document.utf8))
            }
            let error = ParseRun.error(in: document)
            #expect(error?.code == .typeMismatch && error?.path == "file.\(name)")
        }
    }
}
