import ParseModels

/// What every decoder is made of: the bytes that are still needed, the scanner over them, and the first fault.
struct ElementStream: Sendable {
    /// The metadata of the output, once it has passed.
    private(set) var metadata: OutputMetadata?

    /// The number of bytes taken in.
    private(set) var bytesPushed: Int64 = 0

    private let limits: DecodingLimits
    private var buffer = InputBuffer()
    private var scanner: BoundaryScanner
    private var failure: OutputDecodingError?
    private var hasEnded = false

    /// Metadata of the root, held until the root turns out to be an output or a run.
    private var undecidedMetadata: UndecidedMetadata?

    private struct UndecidedMetadata {
        let bytes: [UInt8]
        let element: ScannedElement
        let path: DocumentPath
    }

    init(target: ScanTarget, limits: DecodingLimits) {
        self.limits = limits.sanitized
        self.scanner = BoundaryScanner(target: target, limits: self.limits)
    }

    /// The number of bytes that are no longer needed.
    var bytesConsumed: Int64 { failure == nil ? buffer.start : bytesPushed }

    /// Takes bytes in; what comes behind a fault is counted and dropped.
    mutating func push(_ bytes: Span<UInt8>) {
        hasEnded = false
        bytesPushed += Int64(bytes.count)
        guard failure == nil else { return }
        // One byte beyond the limit is enough to know that it is exceeded.
        let room = max(0, limits.totalBytes + 1 - buffer.end)
        buffer.append(bytes.extracting(first: Int(min(room, Int64(bytes.count)))))
    }

    /// Notes that no more bytes come.
    mutating func end() {
        hasEnded = true
    }

    /// Takes the next element.
    ///
    /// - Parameter read: makes the element of its bytes.
    /// - Returns: the element, `nil` where more bytes are needed or the document is complete.
    /// - Throws: the fault that was come to, now or before.
    mutating func next<Element>(
        _ read: (ScannedElement, inout JSONReader) throws(JSONFault) -> Element
    ) throws(OutputDecodingError) -> Element? {
        if let failure { throw failure }
        do throws(OutputDecodingError) {
            while let event = try scan() {
                switch event {
                case .shape(let shape):
                    try settleMetadata(shape)
                case .element(let element) where element.place == .metadata:
                    try take(metadata: element)
                case .element(let element):
                    defer { buffer.discard(upTo: scanner.neededFrom) }
                    return try self.read(element, at: scanner.path(of: element), in: buffer, read)
                }
            }
        } catch {
            failure = error
            buffer.removeAll()
            throw error
        }
        if hasEnded { try checkEnd() }
        return nil
    }
}

// MARK: - Steps

extension ElementStream {
    private mutating func scan() throws(OutputDecodingError) -> BoundaryScanner.Event? {
        do throws(JSONFault) {
            let event = try scanner.next(in: buffer)
            if case .element = event {} else { buffer.discard(upTo: scanner.neededFrom) }
            return event
        } catch {
            throw self.error(error)
        }
    }

    private func read<Value>(
        _ element: ScannedElement,
        at path: @autoclosure () -> DocumentPath,
        in buffer: InputBuffer,
        _ read: (ScannedElement, inout JSONReader) throws(JSONFault) -> Value
    ) throws(OutputDecodingError) -> Value {
        let range = buffer.index(of: element.start)..<buffer.index(of: element.end)
        var reader = JSONReader(
            buffer.bytes,
            range: range,
            base: buffer.base,
            depth: element.depth,
            depthLimit: limits.depth
        )
        do throws(JSONFault) {
            let value = try read(element, &reader)
            try reader.finish()
            return value
        } catch {
            var path = path()
            path.append(PathLocator.path(to: buffer.index(of: error.offset), in: buffer.bytes, range: range))
            throw OutputDecodingError(error, path: path, chunkIndex: element.chunkIndex)
        }
    }
}

// MARK: - Metadata

extension ElementStream {
    private mutating func take(metadata element: ScannedElement) throws(OutputDecodingError) {
        if scanner.isAtRoot, scanner.shape == nil {
            let range = buffer.index(of: element.start)..<buffer.index(of: element.end)
            undecidedMetadata = UndecidedMetadata(
                bytes: Array(buffer.bytes[range]),
                element: element,
                path: scanner.path(of: element)
            )
        } else {
            metadata = try read(element, at: scanner.path(of: element), in: buffer, Self.readMetadata)
        }
        buffer.discard(upTo: scanner.neededFrom)
    }

    private mutating func settleMetadata(_ shape: BoundaryScanner.Shape) throws(OutputDecodingError) {
        guard let held = undecidedMetadata else { return }
        undecidedMetadata = nil
        guard shape == .output else { return }
        let buffer = InputBuffer(held.bytes, at: held.element.start)
        metadata = try read(held.element, at: held.path, in: buffer, Self.readMetadata)
    }

    private static func readMetadata(
        _ element: ScannedElement,
        _ reader: inout JSONReader
    ) throws(JSONFault) -> OutputMetadata? {
        try reader.readOptional()
    }
}

// MARK: - Errors

extension ElementStream {
    /// Throws unless the document is complete and holds an output.
    private func checkEnd() throws(OutputDecodingError) {
        guard scanner.syntax.isComplete else {
            throw error(JSONFault(.truncated, at: buffer.end, "The bytes ended before the document did."))
        }
        guard scanner.chunks != .present else { return }
        let fault = JSONFault(.notAnOutput, at: buffer.end, scanner.reasonForNoOutput)
        throw OutputDecodingError(fault.code, message: fault.message, byteOffset: fault.offset)
    }

    /// The error of a fault that the scanner came upon.
    private func error(_ fault: JSONFault) -> OutputDecodingError {
        var path = scanner.path
        if let start = scanner.elementStart {
            let range = buffer.index(of: start)..<buffer.bytes.count
            path.append(PathLocator.path(to: buffer.index(of: fault.offset), in: buffer.bytes, range: range))
        }
        return OutputDecodingError(fault, path: path, chunkIndex: scanner.chunkIndex)
    }
}

extension OutputDecodingError {
    fileprivate init(_ fault: JSONFault, path: DocumentPath, chunkIndex: Int?) {
        self.init(
            fault.code,
            message: fault.message,
            byteOffset: fault.offset,
            path: path.description,
            chunkIndex: chunkIndex
        )
    }
}
