import ParseModels
import ParseTransport

/// Opens a document: asks for a URL, checks it, sends the request, and asks anew where the URL had expired.
struct DownloadOpening: Sendable {
    let transport: any Transport
    let configuration: DownloadConfiguration
    let urls: ResumableDownload.URLSource
    let progress: ResumableDownload.Progress

    func open() async throws(DownloadError) -> DownloadBody {
        var refreshes = 0
        while true {
            let response = try await send()
            switch await OpeningAnswer(response, errorBodyLimit: configuration.errorBodyLimit) {
            case .document:
                return try body(of: response)
            case .expired(let refusal):
                guard refreshes < configuration.maximumRefreshes else { throw refusal }
                refreshes += 1
                progress.update { $0.refreshes += 1 }
            case .refused(let refusal):
                throw refusal
            }
        }
    }

    private func send() async throws(DownloadError) -> TransportResponse {
        let presigned: PresignedURL
        do {
            presigned = try await urls()
        } catch {
            if error is CancellationError { throw DownloadError.cancelled(bytesDelivered: 0) }
            throw DownloadError(.urlUnavailable, message: "The service gave no URL for the output.", cause: error)
        }
        let url = try configuration.storage.check(presigned.rawValue)
        let request = StorageRequest(
            url: url,
            timeouts: configuration.timeouts,
            userAgent: configuration.userAgent,
            peers: configuration.storage.peers(of: url)
        )
        progress.update { $0.opens += 1 }
        do throws(TransportError) {
            return try await transport.send(request.transportRequest)
        } catch {
            throw .interrupted(by: error, bytesDelivered: 0)
        }
    }

    private func body(of response: TransportResponse) throws(DownloadError) -> DownloadBody {
        let encoding = response.headers["Content-Encoding"]?.lowercased()
        let isEncoded = encoding != nil && encoding != "identity"
        guard !isEncoded || transport.capabilities.decompressesBodies else {
            throw DownloadError(
                .unexpectedContent,
                message: "The document is encoded as \(encoding ?? "unknown") although it was asked for as it is.",
                status: response.status
            )
        }
        // A transport that decompresses announces the length of what it read, not of what it delivers.
        let length = isEncoded ? nil : response.body.length
        if let length, length > configuration.maximumBytes {
            throw .tooLarge(configuration.maximumBytes, bytesDelivered: 0)
        }
        progress.update { $0.totalBytes = length }
        return DownloadBody(
            pieces: response.body.makeAsyncIterator(),
            length: length,
            maximumBytes: configuration.maximumBytes,
            progress: progress
        )
    }
}
