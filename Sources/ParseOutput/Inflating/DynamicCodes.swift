/// Where the decoder stands in the description of a block's own codes (RFC 1951, section 3.2.7).
struct DynamicCodes: Sendable {
    /// How many lengths there are: of all three codes, and of literals and distances together.
    private var codeLengthCount = 0
    private var literalCount = 0
    private var totalCount = 0

    private var hasCounts = false
    private var codeLengths: [UInt8] = []
    private var codeLengthTable: HuffmanTable?

    /// The lengths of the codes of literals, and behind them of distances.
    private var lengths: [UInt8] = []

    /// The block's first byte, where what is wrong with a code as a whole is reported.
    let offset: Int64

    init(at offset: Int64) {
        self.offset = offset
    }

    /// Reads on.
    ///
    /// - Returns: the codes, `nil` while their description has not arrived whole.
    /// - Throws: the first fault of the description.
    mutating func read(_ reader: inout BitReader) throws(GzipFault) -> BlockCodes? {
        if !hasCounts, try !readCounts(&reader) { return nil }
        if codeLengthTable == nil, try !readCodeLengths(&reader) { return nil }
        guard let table = codeLengthTable else { return nil }
        while lengths.count < totalCount {
            guard try readLength(&reader, table) else { return nil }
        }
        guard lengths[256] > 0 else { throw GzipFault(.noEndOfBlock, at: offset) }
        guard let literals = HuffmanTable(lengths: lengths[..<literalCount], .literals),
            let distances = HuffmanTable(lengths: lengths[literalCount...], .distances)
        else { throw GzipFault(.codeLengths, at: offset) }
        return BlockCodes(literals: literals, distances: distances)
    }

    private mutating func readCounts(_ reader: inout BitReader) throws(GzipFault) -> Bool {
        guard let counts = reader.take(14) else { return false }
        literalCount = 257 + counts & 0x1F
        let distanceCount = 1 + counts >> 5 & 0x1F
        codeLengthCount = 4 + counts >> 10
        guard literalCount <= 286, distanceCount <= 30 else { throw GzipFault(.codeCount, at: offset) }
        totalCount = literalCount + distanceCount
        hasCounts = true
        return true
    }

    private mutating func readCodeLengths(_ reader: inout BitReader) throws(GzipFault) -> Bool {
        while codeLengths.count < codeLengthCount {
            guard let length = reader.take(3) else { return false }
            codeLengths.append(UInt8(truncatingIfNeeded: length))
        }
        var ordered = [UInt8](repeating: 0, count: 19)
        for index in codeLengths.indices { ordered[Self.order[index]] = codeLengths[index] }
        codeLengthTable = HuffmanTable(lengths: ordered[...], .codeLengths)
        guard codeLengthTable != nil else { throw GzipFault(.codeLengths, at: offset) }
        return true
    }

    /// Reads a length, or a repetition of some.
    ///
    /// - Returns: whether it had arrived.
    private mutating func readLength(_ reader: inout BitReader, _ table: HuffmanTable) throws(GzipFault) -> Bool {
        reader.refill()
        let entry = table.entry(for: reader.buffer.bits, tableBits: HuffmanAlphabet.codeLengths.tableBits)
        let symbol = entry.value
        let extraBits = symbol < 16 ? 0 : symbol == 16 ? 2 : symbol == 17 ? 3 : 7
        guard reader.buffer.count >= entry.length + extraBits else { return false }
        guard symbol >= 16 else {
            reader.buffer.drop(entry.length)
            lengths.append(UInt8(truncatingIfNeeded: symbol))
            return true
        }
        let offset = reader.position
        reader.buffer.drop(entry.length)
        let count = (symbol == 18 ? 11 : 3) + reader.buffer.peek(extraBits)
        reader.buffer.drop(extraBits)
        let repeated = symbol == 16 ? lengths.last : 0
        guard let repeated, lengths.count + count <= totalCount else { throw GzipFault(.repeatedLength, at: offset) }
        lengths.append(contentsOf: repeatElement(repeated, count: count))
        return true
    }

    /// The order in which the lengths of the codes for lengths come.
    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
}
