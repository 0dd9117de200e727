/// Decodes a gzip stream (RFC 1952) that comes in pieces, as far as it is asked to.
///
/// A value without I/O: ``push(_:)`` the bytes as they come, take out what they decode to with ``next(upTo:)`` until that
/// is `nil`, and ``finish()`` behind the last. Every way of cutting the stream gives the same bytes, and then the same fault
/// at the same offset. Several members behind one another, and zeros behind the last, are taken.
struct GzipDecoder: Sendable {
    /// Whether the stream may end here: the last member's trailer has been read, and matches what was decoded.
    var isComplete: Bool { stage == .behindMember || stage == .padding }

    /// The number of bytes pushed so far.
    var encodedBytes: Int64 { reader.end }

    /// The number of bytes decoded so far.
    private(set) var decodedBytes: Int64 = 0

    private enum Stage {
        case header, blocks, checksum, size, behindMember, padding
    }

    private let limits: InflateLimits
    private var reader = BitReader()
    private var window = InflateWindow()
    private var stage = Stage.header
    private var nextLook: Int64
    private var fault: GzipFault?

    // The member under way.
    private var header = GzipHeader()
    private var blocks = InflateState()
    private var checksum = CRC32()
    private var memberBytes: Int64 = 0

    /// Makes a decoder that stands before the first byte.
    init(limits: InflateLimits = InflateLimits()) {
        self.limits = limits
        nextLook = limits.firstLook
    }

    /// Takes bytes that follow those pushed before; what is not taken out yet stays.
    mutating func push(_ bytes: ArraySlice<UInt8>) {
        reader.push(bytes)
    }

    /// Decodes on.
    ///
    /// - Parameter count: the most bytes to hand out; it may be fewer, as one piece is never more than 64 KiB.
    /// - Returns: the bytes, `nil` where there are none before more are pushed.
    /// - Throws: the stream's first fault, behind everything decoded before it.
    mutating func next(upTo count: Int) throws(GzipFault) -> [UInt8]? {
        precondition(count > 0, "A piece has a byte at least.")
        if fault == nil {
            let stop = window.beginPiece(of: count)
            do throws(GzipFault) { try decode(upTo: stop) } catch { fault = error }
            let piece = window.piece
            if !piece.isEmpty { return piece }
        }
        if let fault { throw fault }
        return nil
    }

    /// Makes sure that the stream has ended where it may, once ``next(upTo:)`` has said `nil`.
    ///
    /// - Throws: ``GzipFault/Kind/truncated``, or the fault that ``next(upTo:)`` came upon.
    func finish() throws(GzipFault) {
        if let fault { throw fault }
        guard isComplete else { throw GzipFault(.truncated, at: encodedBytes) }
    }
}

// MARK: - Stages

extension GzipDecoder {
    /// Goes from stage to stage until bytes are missing, or the window is filled as far as it may.
    private mutating func decode(upTo stop: Int) throws(GzipFault) {
        while true {
            switch stage {
            case .header:
                guard try header.read(&reader) else { return }
                beginMember()
            case .blocks:
                guard try decodeBlocks(upTo: stop) else { return }
            case .checksum, .size:
                guard try checkTrailer() else { return }
            case .behindMember, .padding:
                guard try passPadding() else { return }
            }
        }
    }

    private mutating func beginMember() {
        window.beginMember()
        blocks = InflateState()
        checksum = CRC32()
        memberBytes = 0
        stage = .blocks
    }

    /// Decodes to the next look at the limits at most.
    ///
    /// - Returns: whether to go on.
    private mutating func decodeBlocks(upTo stop: Int) throws(GzipFault) -> Bool {
        let start = window.end
        let room = Int(clamping: nextLook - decodedBytes)
        let lookStop = start + min(stop - start, room)
        defer { count(from: start) }
        switch try blocks.run(&reader, &window, upTo: lookStop) {
        case .needsInput:
            return false
        case .needsRoom:
            guard window.end - start == room else { return false }
            if let limit = limits.exceeded(after: nextLook, from: reader.position) {
                throw GzipFault(limit, at: reader.position)
            }
            nextLook = limits.look(after: nextLook)
            return window.end < stop
        case .ended:
            reader.alignToByte()
            stage = .checksum
            return true
        }
    }

    private mutating func count(from start: Int) {
        var sum = checksum
        sum.add(window.storage.span, start..<window.end)
        checksum = sum
        decodedBytes += Int64(window.end - start)
        memberBytes += Int64(window.end - start)
    }

    private mutating func checkTrailer() throws(GzipFault) -> Bool {
        let offset = reader.position
        guard let stated = reader.take(32) else { return false }
        if stage == .checksum {
            guard stated == Int(checksum.value) else { throw GzipFault(.checksum, at: offset) }
            stage = .size
        } else {
            // Of a larger member, the lowest 32 bits are stated.
            guard stated == Int(UInt32(truncatingIfNeeded: memberBytes)) else { throw GzipFault(.size, at: offset) }
            stage = .behindMember
        }
        return true
    }

    /// Looks for another member, or for zeros, which some writers fill a last block of their medium with.
    private mutating func passPadding() throws(GzipFault) -> Bool {
        let offset = reader.position
        guard let byte = reader.peekByte() else { return false }
        if byte == 0 {
            reader.buffer.drop(8)
            stage = .padding
        } else {
            guard stage == .behindMember, byte == GzipHeader.firstByte else {
                throw GzipFault(.trailingGarbage, at: offset)
            }
            header = GzipHeader()
            stage = .header
        }
        return true
    }
}
