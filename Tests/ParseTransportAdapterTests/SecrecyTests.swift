import Foundation
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

    // Over plain HTTP, and of every other fault, the conformance cases look for it.
    @Test("Neither a token nor a presigned query where no TLS comes about", arguments: Adapter.allCases)
    func connecting(on adapter: Adapter) async throws {
        let url = try #require(URL(string: "https://127.0.0.1:1/?X-Amz-Signature=\(Self.secret)"))
        let request = TransportRequest(url: url, headers: ["Authorization": "Bearer \(Self.secret)"])
        let error = try #require(await adapter.makeTransport().fault(of: request))
        #expect(texts(of: error).allSatisfy { !$0.contains(Self.secret) })
    }
}
