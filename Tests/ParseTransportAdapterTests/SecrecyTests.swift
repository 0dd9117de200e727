import Foundation
import LoopbackServer
import ParseTransport
import Testing

@Suite("No secret is in an error", .timeLimit(.minutes(1)))
struct SecrecyTests {
    static let secret = "s3cr3t"

    /// Everything that an error can be turned into text by.
    private func texts(of error: TransportError) -> [String] {
        var dumped = ""
        dump(error, to: &dumped)
        return ["\(error)", error.message, String(reflecting: error), error.localizedDescription, dumped]
    }

    @Test("Neither a token nor a presigned query", arguments: Fault.all, Adapter.allCases)
    func faults(_ fault: Fault, on adapter: Adapter) async throws {
        #if !canImport(Darwin)
            if adapter == .urlSession, fault.impossibleOnLinuxURLSession != nil { return }
        #endif
        let server = try LoopbackServer(always: fault.answer)
        let request = request(to: server.url(path: "/o?X-Amz-Signature=\(Self.secret)"))
        let error = try #require(await adapter.makeTransport().fault(of: request))
        #expect(texts(of: error).allSatisfy { !$0.contains(Self.secret) })
    }

    @Test("Neither where no connection comes about", arguments: Adapter.allCases)
    func connecting(on adapter: Adapter) async throws {
        let refusing = try LoopbackServer.refusingURL().absoluteString
        for base in [refusing, "http://parse.invalid/", "https://127.0.0.1:1/"] {
            let url = try #require(URL(string: base + "?X-Amz-Signature=\(Self.secret)"))
            let error = try #require(await adapter.makeTransport().fault(of: request(to: url)))
            #expect(texts(of: error).allSatisfy { !$0.contains(Self.secret) })
        }
    }

    private func request(to url: URL) -> TransportRequest {
        TransportRequest(
            url: url, headers: ["Authorization": "Bearer \(Self.secret)"], timeouts: ParityTests.impatient)
    }
}
