import ParseModels
import ParseOutput
import ParseRetry
import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where a run's output comes from: the presigned URL, or the run itself where the service put it inside.
struct OutputSource: Sendable {
    let client: ParseClient
    let id: String

    /// The bytes of a JSON document that holds the output.
    enum Document {
        /// A download of the output; its first URL is known.
        case download(ResumableDownload)

        /// The run, with its output inside.
        case run([UInt8], ParseRunOutput)
    }

    func open(resumingFrom token: ResumeToken? = nil) async throws(ParseError) -> Document {
        if let token, token.runID != id {
            throw ParseError(
                .resumeTokenRefused,
                message: RedactedText("The resume token is of the run \(token.runID).").description,
                operation: .output,
                handle: handle(nil)
            )
        }
        let answer = try await client.session.call(.parseRun(id, responseType: .url))
        let run = try answer.run()
        if let url = try outputURL(of: run) { return .download(download(first: url, token)) }
        if let output = run.output { return .run(answer.body, output) }
        throw error(.outputUnavailable, "The run is processed, and the service hands out no output.", of: run)
    }

    func collect() async throws(ParseError) -> ParseRunOutput {
        switch try await open() {
        case .run(_, let output): return output
        case .download(let download):
            let bytes: [UInt8]
            do throws(DownloadError) {
                bytes = try await download.collect(
                    upTo: client.configuration.limits.collectedOutputBytes,
                    setting: "ClientLimits.collectedOutputBytes"
                )
            } catch {
                throw self.error(error)
            }
            do throws(OutputDecodingError) {
                return try ParseRunOutput(decoding: bytes, limits: client.configuration.decoding)
            } catch {
                throw self.error(error)
            }
        }
    }

    /// Saves the document to a file; not on the caller's actor, as disks can be slow.
    @concurrent
    func save(
        to path: String,
        onProgress: (@Sendable (DownloadReport) -> Void)?
    ) async throws(ParseError) -> Int64 {
        let document = try await open()
        do throws(DownloadError) {
            switch document {
            case .download(let download): return try await download.save(to: path, onProgress: onProgress)
            case .run(_, let output): return try ResumableDownload.save(Self.encoded(output), to: path)
            }
        } catch {
            throw self.error(error)
        }
    }

    /// The document that the service would have stored.
    private static func encoded(_ output: ParseRunOutput) throws(DownloadError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(output))
        } catch {
            throw DownloadError(.writeFailed, message: "The output cannot be written as JSON.", cause: error)
        }
    }

    /// The first URL is at hand; every further one is asked for.
    private func download(first: PresignedURL, _ token: ResumeToken?) -> ResumableDownload {
        let configuration = client.configuration
        let urls = client.outputURLs.source(of: id, fresh: first) { () async throws(ParseError) -> PresignedURL in
            let run = try await client.session.call(.parseRun(id, responseType: .url)).run()
            if let url = try outputURL(of: run) { return url }
            throw error(.outputUnavailable, "The service hands out no new URL for the output.", of: run)
        }
        return ResumableDownload(
            over: client.storage,
            configuration: configuration.download.with { $0.userAgent = configuration.userAgent },
            retry: configuration.storageRetry.with {
                $0.observe = configuration.tells(of: .output, id, besides: configuration.storageRetry.observe)
            },
            time: configuration.time,
            random: configuration.random,
            resumingFrom: token,
            urls: urls
        )
    }

    /// The URL of a processed run; a run that cannot have an output is an error that says so.
    private func outputURL(of run: ParseRun) throws(ParseError) -> PresignedURL? {
        if run.status == .processed { return run.outputURL }
        guard run.status.isTerminal else {
            throw error(.runNotFinished, "The run is still \(run.status).", of: run)
        }
        let reason = [run.failureReason?.rawValue, run.failureMessage].compactMap(\.self).joined(separator: ": ")
        let ended = "The run ended as \(run.status)"
        throw error(.runFailed, reason.isEmpty ? "\(ended)." : "\(ended): \(reason)", of: run)
    }

    // MARK: Errors

    func error(_ failure: DownloadError) -> ParseError {
        if failure.code == .cancelled { return .cancelled(.output, handle: handle(nil)) }
        // What kept the next URL away is the service's own word, and says more than that there was none.
        if let cause = failure.cause as? ParseError { return cause }
        let fault = failure.cause as? TransportError
        return ParseError(
            code(of: failure),
            message: code(of: failure) == .downloadFailed ? "\(failure.code): \(failure.message)" : failure.message,
            operation: .output,
            status: failure.status,
            isRetryable: fault.map { StandardRetryPolicy().judges($0) } ?? false
                || [.truncated, .expired, .timedOut].contains(failure.code)
                || failure.limit != nil,
            attempts: failure.attempts,
            limit: failure.limit,
            handle: handle(.processed),
            cause: failure
        )
    }

    private func code(of failure: DownloadError) -> ParseError.Code {
        switch failure.code {
        case .tooLarge: .responseTooLarge
        case .outputChanged: .outputChanged
        case .writeFailed: .writeFailed
        case .timedOut: .timedOut
        default: .downloadFailed
        }
    }

    func error(_ failure: OutputDecodingError) -> ParseError {
        ParseError(
            .malformedOutput,
            message: failure.description,
            operation: .output,
            handle: handle(.processed),
            cause: failure
        )
    }

    private func error(_ code: ParseError.Code, _ message: String, of run: ParseRun) -> ParseError {
        ParseError(
            code,
            message: RedactedText(message).description,
            operation: .output,
            isRetryable: code == .runNotFinished,
            failureReason: run.failureReason,
            handle: handle(run.status)
        )
    }

    private func handle(_ status: ParseRun.Status?) -> RunHandle {
        RunHandle(id: id, lastStatus: status, baseURL: client.configuration.baseURL.description)
    }
}
