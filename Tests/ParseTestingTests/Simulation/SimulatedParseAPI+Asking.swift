import Foundation
import ParseKit
import ParseTesting
import Testing

/// An answer, read to its end.
struct Answer {
    let status: Int
    let headers: HeaderFields
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
}

extension SimulatedParseAPI {
    /// Asks the API as a correct client would, or otherwise where the headers say so.
    func ask(
        _ path: String,
        method: TransportRequest.Method = .get,
        headers: HeaderFields? = nil
    ) async throws -> Answer {
        let usual: HeaderFields = ["Authorization": "Bearer \(token)", "x-extend-api-version": "2026-02-09"]
        let url = try #require(URL(string: "https://api.extend.ai\(path)"))
        return try await read(TransportRequest(method: method, url: url, headers: headers ?? usual))
    }

    /// Asks for a fresh URL of a run's output.
    func presignedURL(of id: String = "pr_1") async throws -> URL {
        let answer = try await ask("/parse_runs/\(id)?responseType=url")
        let run = try JSONDecoder().decode(ParseRun.self, from: Data(answer.body))
        return try #require(run.outputURL?.url)
    }

    /// Asks the storage.
    func fetch(_ url: URL, _ headers: HeaderFields = [:]) async throws -> Answer {
        try await read(TransportRequest(url: url, headers: headers))
    }

    private func read(_ request: TransportRequest) async throws -> Answer {
        let response = try await send(request)
        let body = try await response.body.collect(upTo: 100_000_000)
        return Answer(status: response.status, headers: response.headers, body: body)
    }
}

/// The error that asking ends with.
func fault(of asking: () async throws -> Answer) async -> TransportError? {
    do {
        _ = try await asking()
        return nil
    } catch {
        return error as? TransportError
    }
}
