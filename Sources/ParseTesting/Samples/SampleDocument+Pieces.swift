extension SampleDocument {
    /// The bytes of ``output`` as JSON, a page at a time: for documents larger than memory.
    ///
    /// Each page is made when it is asked for and forgotten afterwards; put together, the pieces are byte for byte what
    /// `output` is encoded to with sorted keys and plain slashes.
    public var pieces: Pieces { Pieces(document: self) }

    /// The bytes of a sample document, a page at a time.
    public struct Pieces: Sequence, Sendable {
        fileprivate let document: SampleDocument

        /// Begins with the first page.
        ///
        /// - Returns: the iterator.
        public func makeIterator() -> Iterator { Iterator(document: document) }

        /// The pass over a document's pieces.
        public struct Iterator: IteratorProtocol {
            private let document: SampleDocument
            private let parts: [Part]
            private var part = 0
            private var page = 1

            fileprivate init(document: SampleDocument) {
                self.document = document
                self.parts = document.includesOCR ? [.chunks, .metadata, .lines, .words] : [.chunks, .metadata]
            }

            /// Makes the next piece.
            ///
            /// - Returns: the piece; `nil` at the end.
            public mutating func next() -> [UInt8]? {
                guard part < parts.count else { return nil }
                let current = parts[part]
                var piece = Array((page == 1 ? current.opening : ",").utf8)
                piece += current.elements(of: page, in: document)
                if page < document.pages {
                    page += 1
                } else {
                    piece += current.closing.utf8
                    page = 1
                    part += 1
                    if part == parts.count { piece += "}".utf8 }
                }
                return piece
            }
        }
    }

    /// An array of the output that every page adds to.
    private enum Part {
        case chunks
        case metadata
        case lines
        case words

        var opening: String {
            switch self {
            case .chunks: #"{"chunks":["#
            case .metadata:
                #","metadata":{"finalMimeType":"\#(SampleDocument.mimeType)","#
                    + #""originalMimeType":"\#(SampleDocument.mimeType)","pages":["#
            case .lines: #","ocr":{"lines":["#
            case .words: #","words":["#
            }
        }

        var closing: String {
            switch self {
            case .chunks, .lines: "]"
            case .metadata, .words: "]}"
            }
        }

        func elements(of number: Int, in document: SampleDocument) -> ArraySlice<UInt8> {
            switch self {
            case .chunks: encoded([document.page(number).chunk])
            case .metadata: encoded([document.metadata(ofPage: number)])
            case .lines: encoded(document.page(number).ocr.lines)
            case .words: encoded(document.page(number).ocr.words)
            }
        }

        private func encoded(_ elements: [some Encodable]) -> ArraySlice<UInt8> {
            // Every number of a sample is finite, and there is nothing else that JSON could refuse.
            let array = (try? StableJSON.bytes(elements)) ?? []
            return array.dropFirst().dropLast()
        }
    }
}
