import LoopbackServer
import ParseTransport
import Testing

@testable import ParseTransportConformance

@Suite("Running the cases", .timeLimit(.minutes(1)))
struct RunningTests {
    // That a finding fails the test is shown by `Tests/PluginConsumer/run`, in a package whose tests may fail.
    @Test("An exchange that fails where it should not is a finding")
    func fault() async throws {
        let findings = try await TransportConformance.bodyReadOnce.findings { UselessTransport(.fails) }
        #expect(
            findings == [
                """
                An exchange failed that should not have: other (notSent): This never works. \
                \(TransportConformance.bodyReadOnce.advice)
                """
            ])
    }

    @Test("What is not claimed is not asked", arguments: [TransportConformance.backpressure, .lateReader])
    func capability(_ rule: TransportConformance) async throws {
        let buffering = UselessTransport(.answers, capabilities: .buffering)
        #expect(try await rule.findings { buffering }.isEmpty)
        #expect(buffering.requests == 0)
    }

    @Test("A transport that hangs ends the case, not the test")
    func hanging() async throws {
        let released = LoopbackGate()
        let options = TransportConformanceOptions(patience: .milliseconds(30))
        let findings = try await TransportConformance.range.findings(options: options) {
            HangingTransport(released: released)
        }
        released.open()
        #expect(findings.count == 1)
        #expect(findings.first?.contains("an exchange hangs") == true)
    }

    @Test("What making the transport throws is thrown")
    func noTransport() async {
        struct Missing: Error {}
        await #expect(throws: Missing.self) { try await TransportConformance.range.run { throw Missing() } }
    }

    @Test("Exclusions leave the others in their order")
    func exclusions() {
        let cases = TransportConformance.cases(excluding: [.trailers: "They end the process."])
        #expect(cases == TransportConformance.allCases.filter { $0 != .trailers })
        #expect(TransportConformance.cases() == TransportConformance.allCases)
    }

    #if os(macOS) || os(Linux)
        @Test("An exclusion without a reason ends the test program")
        func noReason() async {
            await #expect(processExitsWith: .failure) { _ = TransportConformance.cases(excluding: [.trailers: " "]) }
        }
    #endif

    @Test("A case is named in words, and its advice is a sentence", arguments: TransportConformance.allCases)
    func words(_ rule: TransportConformance) {
        #expect(rule.testDescription.lowercased() == rule.testDescription)
        #expect(rule.testDescription.filter { $0 != " " } == rule.rawValue.lowercased())
        #expect(rule.advice.hasSuffix("."))
    }
}
