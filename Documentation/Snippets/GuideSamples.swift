import Foundation
import ParseKit
import ParseTesting

/// The samples of the guides on reading: streaming, waiting, errors and geometry.
struct GuideSamples {
    let client: ParseClient

    func start() async throws {
        let client = client
        // sample: guide-start
        let run = try await client.waitForParseRun("pr_1")
        guard run.status == .processed else {
            return print("\(run.status): \(run.failureReason?.rawValue ?? "no reason")")
        }
        for try await chunk in client.chunks(of: run.id) {
            print(chunk.content)
        }
        // end
    }

    func blocks() async throws -> Int {
        let client = client
        // sample: guide-blocks
        var tables = 0
        for try await element in client.blocks(of: "pr_1") where element.block.type == .table {
            tables += 1
        }
        // end
        return tables
    }

    func ocr() async throws -> Int {
        let client = client
        // sample: guide-ocr
        var doubtful: [String] = []
        for try await element in client.ocr(of: "pr_1") {
            if case .word(let word) = element, (word.confidence ?? 1) < 0.8 { doubtful.append(word.content) }
        }
        // end
        return doubtful.count
    }

    func file(_ path: String) throws -> Int {
        // sample: guide-file
        let output = try ParseRunOutput(decoding: Data(contentsOf: URL(fileURLWithPath: path)))
        print("\(output.chunks.count) chunks")
        // end
        return output.chunks.count
    }

    func push(_ pieces: [ArraySlice<UInt8>]) throws -> [Chunk] {
        // sample: guide-decoder
        var decoder = ChunkDecoder()
        var chunks: [Chunk] = []
        for piece in pieces {
            decoder.push(piece)
            while let chunk = try decoder.next() { chunks.append(chunk) }
        }
        try decoder.finish()
        while let chunk = try decoder.next() { chunks.append(chunk) }
        // end
        return chunks
    }

    func report() async throws -> DownloadReport? {
        let client = client
        // sample: guide-report
        let chunks = client.chunks(of: "pr_1")
        for try await _ in chunks {
            guard let report = chunks.report else { continue }
            print("\(report.position) of \(report.totalBytes ?? 0) bytes, \(report.opens) requests")
        }
        // end
        return chunks.report
    }

    func resumeWait(_ saved: Data) async throws -> ParseRun {
        let client = client
        // sample: guide-handle
        let handle = try JSONDecoder().decode(RunHandle.self, from: saved)
        let run = try await client.waitForParseRun(resuming: handle, timeout: .seconds(3_600))
        // end
        return run
    }

    func many(_ ids: [String]) async -> [String] {
        let client = client
        // sample: guide-many
        var failed: [String] = []
        for await ending in client.waitForParseRuns(ids, timeout: .seconds(7_200)) {
            guard case .success(let run) = ending.result, run.status == .processed else {
                failed.append(ending.id)
                continue
            }
            do {
                for try await chunk in client.chunks(of: run.id) { print(run.id, chunk.content.count) }
            } catch {
                failed.append(run.id)
            }
        }
        // end
        return failed
    }

    func errors() async -> String {
        let client = client
        var shown = ""
        func show(_ text: String) { shown = text }
        // sample: guide-errors
        do {
            let run = try await client.parseRun("pr_gone")
            show("\(run.status)")
        } catch {
            switch error.code {
            case .unauthorized, .forbidden: show("Check the key.")
            case .notFound: show("There is no such run.")
            case .rateLimited, .network: show("Try again later.")  // error.retryAt
            default: show("\(error)")  // one line, fit for a log
            }
        }
        // end
        return shown
    }

    func normalized(_ block: Block) -> (x: Double, y: Double, width: Double, height: Double)? {
        // sample: guide-normalized
        func frame(of block: Block, inWidth width: Double, height: Double) -> (Double, Double, Double, Double)? {
            guard let box = block.normalizedBoundingBox, let left = box.left, let top = box.top,
                let boxWidth = box.width, let boxHeight = box.height
            else { return nil }
            return (left * width, top * height, boxWidth * width, boxHeight * height)
        }
        // end
        return frame(of: block, inWidth: 300, height: 400)
    }

    func rotation(_ output: ParseRunOutput) -> [Int: Int] {
        // sample: guide-rotation
        var quarterTurns: [Int: Int] = [:]
        for page in output.metadata?.pages ?? [] {
            guard let number = page.number, let degrees = page.rotationApplied else { continue }
            quarterTurns[number] = ((degrees % 360) + 360) % 360 / 90
        }
        // end
        return quarterTurns
    }

    static func explain(_ token: String) async throws {
        // sample: retries-explain
        print(await RetryConfiguration.batch.explain(outage: .seconds(2), failingAfter: .milliseconds(100)))

        let events = ClientEvents()
        let client = try ParseClient(token: token, configuration: .init().with { $0.observer = events })
        for await event in events.stream { print(event) }  // in a task of its own
        // end
        withExtendedLifetime(client) {}
    }

    static func hosts() throws -> ParseClientConfiguration {
        // sample: guide-hosts
        let configuration = ParseClientConfiguration().with {
            $0.download.storage.hosts = .domains(["amazonaws.com"])
        }
        // end
        return configuration
    }
}

/// A key that comes from somewhere else for every call.
// sample: guide-tokens
struct VaultTokens: TokenProvider {
    let vault: any Vault

    func token() async throws -> APIToken { try APIToken(await vault.read("extend-api-key")) }
}
// end

protocol Vault: Sendable {
    func read(_ name: String) async throws -> String
}
