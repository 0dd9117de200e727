/// Where the decoder stands among the blocks of a member (RFC 1951).
struct InflateState: Sendable {
    /// Why the decoder stopped.
    enum Stop {
        /// The next bits have not arrived.
        case needsInput

        /// There is a byte more than there is room for.
        case needsRoom

        /// The block, or for ``InflateState/run(_:_:upTo:)`` the last block, has ended.
        case ended
    }

    private enum Stage {
        case header
        case storedLength
        case stored
        case codes(DynamicCodes)
        case symbols
    }

    private var stage = Stage.header
    private var isLast = false
    private var storedBytes = 0

    /// The codes of the block under way, and the match that ran out of room.
    var codes = BlockCodes.fixed
    var match = Match()

    /// Bytes to be repeated.
    struct Match: Sendable {
        var length = 0
        var distance = 0
    }

    /// Decodes until something is missing.
    ///
    /// - Parameters:
    ///   - reader: the encoded bytes.
    ///   - window: where the decoded ones go.
    ///   - stop: how far the window may be filled.
    /// - Returns: what is missing.
    /// - Throws: the first fault, before which everything has been decoded.
    mutating func run(
        _ reader: inout BitReader, _ window: inout InflateWindow, upTo stop: Int
    ) throws(GzipFault) -> Stop {
        while true {
            switch stage {
            case .header:
                guard try readHeader(&reader) else { return .needsInput }
            case .storedLength:
                guard try readStoredLength(&reader) else { return .needsInput }
            case .codes(var description):
                let codes = try description.read(&reader)
                stage = codes == nil ? .codes(description) : .symbols
                guard let codes else { return .needsInput }
                self.codes = codes
            case .stored:
                storedBytes -= reader.copy(min(storedBytes, stop - window.end), to: &window)
                guard storedBytes == 0 else { return window.end == stop ? .needsRoom : .needsInput }
                if endBlock() { return .ended }
            case .symbols:
                let reason = try decodeSymbols(&reader, &window, upTo: stop)
                guard reason == .ended else { return reason }
                if endBlock() { return .ended }
            }
        }
    }

    /// Notes that a block has ended.
    ///
    /// - Returns: whether it was the last one.
    private mutating func endBlock() -> Bool {
        stage = .header
        return isLast
    }

    private mutating func readHeader(_ reader: inout BitReader) throws(GzipFault) -> Bool {
        let offset = reader.position
        guard let header = reader.take(3) else { return false }
        isLast = header & 1 == 1
        switch header >> 1 {
        case 0:
            reader.alignToByte()
            stage = .storedLength
        case 1:
            codes = .fixed
            stage = .symbols
        case 2:
            stage = .codes(DynamicCodes(at: offset))
        default:
            throw GzipFault(.blockType, at: offset)
        }
        return true
    }

    private mutating func readStoredLength(_ reader: inout BitReader) throws(GzipFault) -> Bool {
        let offset = reader.position
        guard let lengths = reader.take(32) else { return false }
        guard lengths & 0xFFFF == lengths >> 16 ^ 0xFFFF else { throw GzipFault(.storedLength, at: offset) }
        storedBytes = lengths & 0xFFFF
        stage = .stored
        return true
    }
}
