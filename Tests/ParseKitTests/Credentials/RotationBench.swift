import ParseTesting
import Synchronization

@testable import ParseKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A vault and a service in one, each of whose answers the test gives when it wants to.
final class RotationBench: TokenProvider, Transport {
    let capabilities = TransportCapabilities.streaming
    let clock = ManualClock()

    /// Which tokens the vault was asked to replace, and what it answers.
    let asked = Mailbox<String>()
    let answers = Mailbox<String?>()

    /// The requests, by run and token, as they arrive.
    let arrived = Mailbox<String>()

    private let state: Mutex<(current: String, replaced: [String], sent: [String: [String]])>
    private let statuses: [String: Mailbox<Int>]

    init(token: String = "sk_0") {
        state = Mutex((token, [], [:]))
        statuses = Dictionary(uniqueKeysWithValues: ["a", "b", "c"].map { ($0, Mailbox()) })
    }

    var client: ParseClient {
        ParseClient(tokens: self, configuration: .init().with { $0.time = clock.timeSource }, transport: self)
    }

    /// What the vault was asked to replace so far.
    var replaced: [String] { state.withLock { $0.replaced } }

    /// The tokens that were sent for a run so far.
    func sent(_ id: String) -> [String] { state.withLock { $0.sent[id] ?? [] } }

    /// What the vault gives out from now on.
    func hold(_ token: String) { state.withLock { $0.current = token } }

    /// Begins a call, and returns once its request has arrived.
    func start(_ id: String, with client: ParseClient) async -> Task<ParseError.Code?, Never> {
        let task = Task {
            do throws(ParseError) {
                _ = try await client.parseRun(id)
                return ParseError.Code?.none
            } catch {
                return error.code
            }
        }
        _ = await arrived.next()
        return task
    }

    /// Answers the requests for a run, those to come as well.
    func answer(_ id: String, _ answers: Int...) {
        for status in answers { statuses[id]?.send(status) }
    }

    /// Lets everybody come to where they wait.
    func settle() async {
        for _ in 0..<200 { await Task.yield() }
    }

    func token() async throws -> APIToken {
        try APIToken(state.withLock { $0.current })
    }

    func replacement(for rejected: APIToken) async throws -> APIToken? {
        let name = String(rejected.authorization.dropFirst("Bearer ".count))
        state.withLock { $0.replaced.append(name) }
        asked.send(name)
        let answer = await answers.next()
        guard let answer else { return nil }
        return try APIToken(answer)
    }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        let id = request.url.lastPathComponent
        let token = request.headers["Authorization"].map { String($0.dropFirst("Bearer ".count)) } ?? ""
        state.withLock { $0.sent[id, default: []].append(token) }
        arrived.send("\(id) \(token)")
        let status = await statuses[id]?.next() ?? 404
        let json =
            status == 200 ? #"{"id":"\#(id)","status":"PROCESSING"}"# : #"{"code":"UNAUTHORIZED","message":"no"}"#
        return TransportResponse(status: status, body: json.utf8)
    }
}
