/// Writes the blocks of RFC 1951, right ones and, as it checks nothing, wrong ones.
struct DeflateWriter {
    /// What a block of codes holds.
    enum Token: Hashable {
        case literal(UInt8)
        case match(length: Int, distance: Int)
    }

    private(set) var bytes: [UInt8]
    private var held: UInt64 = 0
    private var heldCount = 0

    /// Begins behind other bytes.
    init(behind bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    // MARK: - Bits

    /// Writes a number, its lowest bit first.
    mutating func write(_ value: Int, _ count: Int) {
        held |= UInt64(value) << UInt64(heldCount)
        heldCount += count
        while heldCount >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: held))
            held >>= 8
            heldCount -= 8
        }
    }

    /// Writes a code, its highest bit first.
    mutating func write(_ code: HuffmanCode.Code) {
        for bit in (0..<code.length).reversed() { write(code.bits >> bit & 1, 1) }
    }

    /// Writes zeros, quickly.
    mutating func writeZeros(_ count: Int) {
        let first = min(count, heldCount == 0 ? 0 : 8 - heldCount)
        write(0, first)
        bytes.append(contentsOf: [UInt8](repeating: 0, count: (count - first) / 8))
        write(0, (count - first) % 8)
    }

    /// Fills the byte that was begun.
    mutating func align() {
        if heldCount > 0 { write(0, 8 - heldCount) }
    }

    // MARK: - Blocks

    mutating func writeStored(_ content: ArraySlice<UInt8>, isLast: Bool) {
        write(isLast ? 1 : 0, 3)
        align()
        write(content.count, 16)
        write(content.count ^ 0xFFFF, 16)
        bytes += content
    }

    mutating func writeFixed(_ tokens: [Token], isLast: Bool) {
        write(isLast ? 3 : 2, 3)
        write(tokens, .fixedLiterals, .fixedDistances)
        write(HuffmanCode.fixedLiterals.codes[256])
    }

    /// Writes a block with codes of its own.
    mutating func writeDynamic(
        _ tokens: [Token], _ literals: HuffmanCode, _ distances: HuffmanCode, isLast: Bool
    ) {
        write(isLast ? 5 : 4, 3)
        writeDescription(literals.lengths, distances.lengths)
        write(tokens, literals, distances)
        write(literals.codes[256])
    }

    /// Describes two codes.
    mutating func writeDescription(_ literals: [UInt8], _ distances: [UInt8]) {
        write(literals.count - 257, 5)
        write(distances.count - 1, 5)
        write(15, 4)
        let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
        for symbol in order { write(Int(HuffmanCode.codeLengths.lengths[symbol]), 3) }
        let lengths = literals + distances
        var index = 0
        while index < lengths.count {
            let length = lengths[index]
            var run = lengths[index...].prefix { $0 == length }.count
            if length == 0, run >= 11 {
                run = min(run, 138)
                write(HuffmanCode.codeLengths.codes[18])
                write(run - 11, 7)
            } else if length == 0, run >= 3 {
                write(HuffmanCode.codeLengths.codes[17])
                write(run - 3, 3)
            } else {
                write(HuffmanCode.codeLengths.codes[Int(length)])
                run -= 1
                if run >= 3 {
                    run = min(run, 6)
                    write(HuffmanCode.codeLengths.codes[16])
                    write(run - 3, 2)
                    index += 1
                } else {
                    run = 1
                }
            }
            index += run
        }
    }

    mutating func write(_ tokens: [Token], _ literals: HuffmanCode, _ distances: HuffmanCode) {
        for token in tokens {
            switch token {
            case .literal(let byte):
                write(literals.codes[Int(byte)])
            case .match(let length, let distance):
                let (lengthSymbol, lengthExtra) = HuffmanCode.lengthSymbol(of: length)
                write(literals.codes[lengthSymbol])
                write(lengthExtra, HuffmanCode.lengthExtraBits[lengthSymbol - 257])
                let (distanceSymbol, distanceExtra) = HuffmanCode.distanceSymbol(of: distance)
                write(distances.codes[distanceSymbol])
                write(distanceExtra, HuffmanCode.distanceExtraBits[distanceSymbol])
            }
        }
    }
}
