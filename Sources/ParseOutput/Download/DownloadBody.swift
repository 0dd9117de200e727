import ParseTransport

/// The pieces of an opened document, counted and held against its length and the limit.
struct DownloadBody {
    private var pieces: ResponseBody.Iterator
    private let length: Int64?
    private let maximumBytes: Int64
    private let progress: ResumableDownload.Progress
    private var delivered: Int64 = 0

    init(
        pieces: ResponseBody.Iterator,
        length: Int64?,
        maximumBytes: Int64,
        progress: ResumableDownload.Progress
    ) {
        self.pieces = pieces
        self.length = length
        self.maximumBytes = maximumBytes
        self.progress = progress
    }

    mutating func next() async throws(DownloadError) -> ArraySlice<UInt8>? {
        let piece: ArraySlice<UInt8>?
        do throws(TransportError) {
            piece = try await pieces.next(isolation: #isolation)
        } catch {
            throw .interrupted(by: error, bytesDelivered: delivered)
        }
        guard let piece else {
            if let length, delivered < length {
                throw DownloadError(
                    .truncated,
                    message: "The document ended after \(delivered) of \(length) bytes.",
                    bytesDelivered: delivered
                )
            }
            return nil
        }
        let count = Int64(piece.count)
        guard delivered + count <= min(maximumBytes, length ?? .max) else {
            throw .tooLarge(maximumBytes, bytesDelivered: delivered)
        }
        delivered += count
        progress.update {
            $0.wireBytes += count
            $0.deliveredBytes += count
        }
        return piece
    }
}

extension DownloadError {
    static func tooLarge(_ limit: Int64, bytesDelivered: Int64) -> DownloadError {
        DownloadError(
            .tooLarge,
            message: "The document is longer than the \(limit) bytes allowed, or than it had announced.",
            bytesDelivered: bytesDelivered
        )
    }

    static func interrupted(by error: TransportError, bytesDelivered: Int64) -> DownloadError {
        if error.kind == .cancelled { return .cancelled(bytesDelivered: bytesDelivered) }
        return DownloadError(.interrupted, message: error.description, bytesDelivered: bytesDelivered, cause: error)
    }

    static func cancelled(bytesDelivered: Int64) -> DownloadError {
        DownloadError(.cancelled, message: "The task was cancelled.", bytesDelivered: bytesDelivered)
    }
}
