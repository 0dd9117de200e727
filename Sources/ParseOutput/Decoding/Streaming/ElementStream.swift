import ParseModels

/// What every decoder is made of: the bytes that are still needed, the walk through them, and the first fault.
struct ElementStream<Assembly: ElementAssembly>: Sendable {
    /// The metadata of the output, once it has passed.
    private(set) var metadata: OutputMetadata?

    /// The number of bytes taken in.
    private(set) var bytesPushed: Int64 = 0

    private let limits: DecodingLimits
    private(set) var buffer = InputBuffer()
    private(set) var walker: DocumentWalker
    private var assembly: Assembly
    private(set) var pending: PendingValue?
    private var memory = ReaderMemory()
    private var failure: OutputDecodingError?
    private var hasEnded = false

    /// Metadata of the root, held until the root turns out to be an output or a run.
    private var undecidedMetadata: UndecidedMetadata?

    private struct UndecidedMetadata {
        let bytes: [UInt8]
        let value: WalkedValue
    }

    init(_ assembly: Assembly, limits: DecodingLimits) {
        self.limits = limits.sanitized
        self.assembly = assembly
        self.walker = DocumentWalker(target: Assembly.target, limits: self.limits)
    }

    init(_ assembly: Assembly, limits: DecodingLimits, from position: ResumedPosition) {
        self.limits = limits.sanitized
        self.assembly = assembly
        self.walker = DocumentWalker(target: Assembly.target, limits: self.limits, from: position)
        self.buffer = InputBuffer(at: position.offset)
        self.bytesPushed = position.offset
    }

    /// Whether the document turned out to be an output, and not a run around one.
    var isOutput: Bool { walker.shape == .output }

    /// The number of bytes that are no longer needed; of a chunk that is put together, none is before it is whole.
    var bytesConsumed: Int64 {
        failure == nil ? min(buffer.start, walker.element?.start ?? .max) : bytesPushed
    }

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
    /// - Returns: the element, `nil` where more bytes are needed or the document is complete.
    /// - Throws: the fault that was come to, now or before.
    @inline(__always)
    mutating func next() throws(OutputDecodingError) -> Assembly.Element? {
        if let failure { throw failure }
        // The bytes are lent from a second reference, so that `self` can change meanwhile; nothing is copied.
        let held = buffer
        do throws(OutputDecodingError) {
            var element: Assembly.Element?
            try held.withBytes { (bytes) throws(OutputDecodingError) in
                try advance(in: bytes, base: held.base, to: &element)
            }
            buffer.discard(upTo: walker.neededFrom)
            if element == nil, hasEnded { try checkEnd() }
            return element
        } catch {
            // A document that was cut short may go on yet.
            if error.code != .truncated {
                failure = error
                buffer.removeAll()
            }
            throw error
        }
    }
}

// MARK: - Steps

extension ElementStream {
    /// Goes on to the next element, or as far as the bytes go.
    private mutating func advance(
        in bytes: PaddedBytes,
        base: Int64,
        to element: inout Assembly.Element?
    ) throws(OutputDecodingError) {
        while true {
            if pending != nil {
                guard try readPending(bytes, base: base, into: &element), element == nil else { return }
            }
            switch try walk(bytes, base: base) {
            case .shape(let shape):
                try settleMetadata(shape)
            case .begins(let place):
                assembly.begin(place)
            case .capture(let value):
                pending = PendingValue(value)
            case .ends(let chunk, let end):
                let text = { bytes.copy(Int(chunk.start - base)..<Int(end - base)) }
                element = assembly.end(chunk, text: text, in: walker.shape)
                if element != nil { return }
            case nil:
                return
            }
        }
    }

    private mutating func walk(
        _ bytes: PaddedBytes,
        base: Int64
    ) throws(OutputDecodingError) -> DocumentWalker.Event? {
        do throws(JSONFault) {
            return try walker.next(in: bytes, base: base)
        } catch {
            throw OutputDecodingError(error, path: walker.path, chunkIndex: walker.chunkIndex)
        }
    }

    /// Reads the value under way, if it has arrived, and those that follow it at once, up to the next element.
    ///
    /// - Returns: whether it had arrived.
    @inline(__always)
    private mutating func readPending(
        _ bytes: PaddedBytes,
        base: Int64,
        into element: inout Assembly.Element?
    ) throws(OutputDecodingError) -> Bool {
        guard var value = pending else { return true }
        let start = Int(value.value.start - base)
        let limit = walker.limit
        let end = base + Int64(bytes.count)
        guard hasEnded || end > limit || value.isWorthReading(bytes, from: start) else {
            pending = value
            return false
        }
        var reader = JSONReader(
            bytes,
            at: start,
            base: base,
            depth: value.value.depth,
            limits: limits,
            memory: memory
        )
        memory = ReaderMemory()
        defer { memory = reader.memory }
        do throws(JSONFault) {
            while true {
                try read(value.value, &reader, bytes, base: base, into: &element)
                guard reader.offset(of: reader.position) <= limit else { throw walker.limitFault }
                guard let next = walker.passToSibling(bytes, at: reader.position, base: base) else {
                    pending = nil
                    walker.passCapturedValue(upTo: reader.offset(of: reader.position))
                    return true
                }
                value = PendingValue(next)
                guard element == nil else {
                    pending = value
                    return true
                }
                reader.position &+= 1
            }
        } catch {
            pending = value
            element = nil
            let isBeyond = reader.offset(of: reader.position) > limit || (error.code == .truncated && end > limit)
            if isBeyond { throw self.error(walker.limitFault, bytes, base: base) }
            guard error.code == .truncated, !hasEnded else { throw self.error(error, bytes, base: base) }
            pending?.wasTried(with: Int(end - value.value.start))
            return false
        }
    }

    @inline(__always)
    private mutating func read(
        _ value: WalkedValue,
        _ reader: inout JSONReader,
        _ bytes: PaddedBytes,
        base: Int64,
        into element: inout Assembly.Element?
    ) throws(JSONFault) {
        guard value.place == .metadata else { return try assembly.read(value, from: &reader, into: &element) }
        if walker.isAtRoot, walker.shape == nil {
            let start = reader.position
            try reader.skipValue()
            // A comma behind it takes the place of what follows: only with something there is a value known to have ended.
            let held = bytes.copy(start..<reader.position) + [UInt8(ascii: ",")]
            undecidedMetadata = UndecidedMetadata(bytes: held, value: value)
        } else {
            let read: OutputMetadata? = try reader.readOptional()
            // What has arrived whole and is too large is no more kept than what was given up on the way.
            guard reader.offset(of: reader.position) <= walker.limit else { throw walker.limitFault }
            metadata = read
        }
    }
}

// MARK: - Metadata

extension ElementStream {
    private mutating func settleMetadata(_ shape: DocumentWalker.Shape) throws(OutputDecodingError) {
        guard let held = undecidedMetadata else { return }
        undecidedMetadata = nil
        guard shape == .output else { return }
        let limits = limits
        let buffer = InputBuffer(held.bytes, at: held.value.start)
        metadata = try buffer.withBytes { (bytes) throws(OutputDecodingError) in
            var reader = JSONReader(bytes, base: buffer.base, depth: held.value.depth, limits: limits)
            do throws(JSONFault) {
                return try reader.readOptional(OutputMetadata.self)
            } catch {
                var path = DocumentPath()
                path.append(member: "metadata")
                path.append(PathLocator.path(to: Int(error.offset - buffer.base), in: bytes, from: 0))
                throw OutputDecodingError(error, path: path, chunkIndex: nil)
            }
        }
    }
}
