import ParseRetry

extension ResumableDownload {
    /// The pass over a document's pieces.
    public struct Iterator: AsyncIteratorProtocol {
        private let download: ResumableDownload
        private var driver: DownloadDriver?
        private var decoding = Decoding.undecided
        private var isOver = false

        private let deadline: Deadline?

        /// Where no deadline is named, the time that it may take is counted from the first piece on.
        init(_ download: ResumableDownload, until deadline: Deadline? = nil) {
            self.download = download
            self.deadline = deadline
        }

        /// What becomes of the stored bytes.
        private enum Decoding {
            case undecided
            case none
            case gzip(GzipDecoder)
        }

        /// What the document is known by, once it has been opened.
        private(set) var document: StoredDocument?

        /// The bytes before the first piece, where it goes on behind a token's offset.
        package private(set) var leadingBytes: [UInt8] = []

        /// What is wrong with a document whose end nothing told but that of the connection.
        package private(set) var unprovenEnd: DownloadError?

        /// Waits for the next piece.
        ///
        /// - Parameter actor: the caller's isolation, kept so that no piece costs a hop.
        /// - Returns: the next piece, never empty; `nil` once the document has ended whole, and ever after.
        /// - Throws: why the document cannot be had whole.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(DownloadError) -> ArraySlice<UInt8>? {
            if isOver { return nil }
            do throws(DownloadError) {
                return try await piece()
            } catch {
                isOver = true
                driver = nil
                throw error
            }
        }

        private mutating func piece() async throws(DownloadError) -> ArraySlice<UInt8>? {
            // The time that a download may take begins with the first piece asked for.
            var driver = self.driver ?? DownloadDriver(download, until: deadline)
            // Held once only, so that nothing in it is copied as it changes.
            self.driver = nil
            defer { if !isOver { self.driver = driver } }
            while true {
                if let decoded = try inflated() { return decoded }
                guard let stored = try await driver.next() else {
                    isOver = true
                    unprovenEnd = driver.unprovenEnd
                    begin(driver.document)
                    try finishInflating()
                    return nil
                }
                if document == nil { leadingBytes = driver.seamBytes }
                document = driver.document
                begin(document)
                guard case .gzip(var decoder) = decoding else { return stored }
                decoding = .none
                decoder.push(stored)
                decoding = .gzip(decoder)
            }
        }

        /// What the bytes so far decode to, some of it at a time.
        private mutating func inflated() throws(DownloadError) -> ArraySlice<UInt8>? {
            guard case .gzip(var decoder) = decoding else { return nil }
            decoding = .none
            defer { decoding = .gzip(decoder) }
            do throws(GzipFault) {
                return try decoder.next(upTo: 65_536)?[...]
            } catch {
                throw DownloadError(error)
            }
        }

        /// Decides what becomes of the stored bytes, be there none.
        private mutating func begin(_ document: StoredDocument?) {
            guard case .undecided = decoding else { return }
            decoding =
                document?.coding == .gzip ? .gzip(GzipDecoder(limits: download.configuration.inflation.stream)) : .none
        }

        private func finishInflating() throws(DownloadError) {
            guard case .gzip(let decoder) = decoding else { return }
            do throws(GzipFault) {
                try decoder.finish()
            } catch {
                throw DownloadError(error)
            }
        }
    }
}

extension ResumableDownload.Iterator: CustomStringConvertible, CustomReflectable {
    /// What it is, and nothing of its URL or its bytes.
    public var description: String { "ResumableDownload.Iterator" }

    /// A mirror of what has been done so far.
    public var customMirror: Mirror { Mirror(self, children: ["report": download.report], displayStyle: .struct) }
}

@available(*, unavailable)
extension ResumableDownload.Iterator: Sendable {}
