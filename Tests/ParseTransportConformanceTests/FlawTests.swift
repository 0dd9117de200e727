import ParseTransport
import ParseTransportConformance
import Testing

@Suite("Flaws of transports are found", .timeLimit(.minutes(1)))
struct FlawTests {
    /// No step that is waited for here would ever happen.
    private let impatient = TransportConformanceOptions(patience: .milliseconds(300))

    @Test("A flaw is found by the cases it is about", arguments: Flaw.allCases)
    func found(_ flaw: Flaw) async throws {
        for rule in flaw.breaks {
            let findings = try await rule.findings(options: impatient) { FlawedTransport(flaw) }
            #expect(!findings.isEmpty, "\(rule) does not find it")
        }
    }

    @Test("It is not found by those it is not about", arguments: Flaw.allCases)
    func notFound(_ flaw: Flaw) async throws {
        for rule in flaw.leaves {
            let findings = try await rule.findings { FlawedTransport(flaw) }
            #expect(findings.isEmpty, "\(rule)")
        }
    }

    @Test(
        "No case is content with a transport that sends nothing", arguments: TransportConformance.allCases,
        UselessTransport.Habit.allCases)
    func useless(_ rule: TransportConformance, habit: UselessTransport.Habit) async throws {
        let findings = try await rule.findings(options: impatient) { UselessTransport(habit) }
        #expect(!findings.isEmpty)
    }

    @Test("A finding says what was expected, what came, and what to look at")
    func text() async throws {
        let short = try await TransportConformance.shortBody.findings { FlawedTransport(.takesPartsForTheWhole) }
        #expect(
            short == [
                """
                Expected connectionBroken (receivingBody), but got a response: status 200 with 400 bytes. \
                \(TransportConformance.shortBody.advice)
                """
            ])
        let wrong = try await TransportConformance.foldedField.findings { UselessTransport(.answers) }
        #expect(
            wrong == [
                """
                The field `X-A`: expected "one two", but got nothing. \(TransportConformance.foldedField.advice)
                """
            ])
        let dropped = try await TransportConformance.repeatedFields.findings {
            FlawedTransport(.keepsOneFieldOfAName)
        }
        #expect(
            dropped == [
                """
                The values of `X-A: 1` and `x-a: 2, 3`: expected "1,2,3", but got "2,3". \
                \(TransportConformance.repeatedFields.advice)
                """
            ])
    }
}
