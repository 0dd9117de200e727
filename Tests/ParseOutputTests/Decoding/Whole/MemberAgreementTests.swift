import Foundation
import ParseModels
import ParseOutput
import Testing

/// Each member of a run that has them all, with every kind of value in its place.
@Suite("Agreement with Codable, member by member")
struct MemberAgreementTests {
    @Test(
        "A member that Codable refuses is refused, and one it takes is taken alike",
        arguments: ["file", "config", "usage", "metrics", "metadata", "output"]
    )
    func members(of section: String) throws {
        let complete = try #require(try Self.value(of: RunFixtures.complete.text)[section])
        let run: JSONValue = ["id": "pr_1", "status": "PROCESSED", .init(section): complete]
        let members = JSONMember.all(of: run).filter { $0.steps.first == .name(section) }
        #expect(members.count > 2)
        for member in members { expectAgreement(on: member, of: run) }
    }

    @Test("So are the members of the run itself")
    func membersOfTheRun() throws {
        let complete = try Self.value(of: RunFixtures.complete.text)
        let members = JSONMember.all(of: complete).filter { $0.steps.count == 1 }
        #expect(members.count == 12)
        for member in members { expectAgreement(on: member, of: complete) }
    }

    private func expectAgreement(on member: JSONMember, of run: JSONValue) {
        for replacement in Self.replacements {
            let text = member.text(of: run, replacedBy: replacement)
            let expected = try? JSONDecoder().decode(ParseRun.self, from: Data(text.utf8))
            let decoded = try? ParseRun(decoding: Array(text.utf8))
            #expect(decoded == expected, "\(member) as \(replacement ?? "nothing")")
        }
    }

    private static let replacements: [String?] = [
        nil, "null", "1", "\"x\"", "[]", "{}", "true",
        "false", "\"\"", "[null]", "[1]", "[[]]", "[{}]", "[\"x\"]", #"{"id":null}"#, #"{"id":"a","type":7}"#,
        "0", "-0", "-1", "1.0", "2e0", "1.5", "0.1", "-0.0", "1e18", "9223372036854775807", "9223372036854775808",
        "9007199254740993.0", "123456789012345678901234567890", "1e400", "\"1\"", "\"2026-11-02T08:15:30Z\"",
        "\"2026-11-02\"",
    ]

    // MARK: What they differ in

    /// Documents that only one of them takes, or that they make different things of.
    @Test("The differences from JSONDecoder are these", arguments: Self.differences)
    func difference(_ difference: Difference) {
        let text = #"{"id":"pr_1","status":"FAILED",\#(difference.member)}"#
        let decoded = try? ParseRun(decoding: Array(text.utf8))
        let foundation = try? JSONDecoder().decode(ParseRun.self, from: Data(text.utf8))
        #expect(decoded?.usage?.credits == difference.credits, "\(difference.reason)")
        #expect(decoded == nil || difference.credits != nil)
        #expect(decoded != foundation, "JSONDecoder has come to agree: \(difference.reason)")
    }

    @Test("Other encodings than UTF-8, and a mark of the byte order, are refused, as in the streaming decoders")
    func encodings() throws {
        let text = #"{"id":"pr_1","status":"FAILED"}"#
        for data in [Data("\u{FEFF}\(text)".utf8), try #require(text.data(using: .utf16))] {
            #expect(throws: Never.self) { try JSONDecoder().decode(ParseRun.self, from: data) }
            let error = #expect(throws: OutputDecodingError.self) { try ParseRun(decoding: Array(data)) }
            #expect(error?.code == .malformed && error?.byteOffset == 0)
        }
    }

    struct Difference: Sendable, CustomTestStringConvertible {
        let member: String
        /// The credits that are read, `nil` where the document is refused.
        let credits: Double?
        let reason: String
        var testDescription: String { reason }
    }

    static let differences = [
        Difference(
            member: #""usage":{"credits":1,"credits":2}"#,
            credits: 2,
            reason: "of several members with one name the last counts, as in the streaming decoders, not the first"
        ),
        Difference(
            member: #""usage":{"credits":1e-400}"#,
            credits: 0,
            reason: "a number too small for a double is rounded to zero, not refused"
        ),
        Difference(
            member: #""usage":{"credits":1,"later":1e999,"more":"\ud800"}"#,
            credits: nil,
            reason: "strings that are skipped are checked for being text"
        ),
        Difference(
            member: #""usage":{"credits":1,}"#,
            credits: nil,
            reason: "a comma behind the last member is no JSON"
        ),
    ]

    private static func value(of text: String) throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    }
}
