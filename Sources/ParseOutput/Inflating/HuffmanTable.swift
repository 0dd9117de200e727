/// A Huffman code as a table that is looked up by the next bits.
///
/// The first ``HuffmanAlphabet/tableBits`` of them find the entry, or a further table for codes that are longer.
struct HuffmanTable: Sendable {
    /// The entries; `ContiguousArray`, as an array has no span before macOS 26.
    private(set) var entries: ContiguousArray<HuffmanEntry>

    let alphabet: HuffmanAlphabet

    /// Makes the table of a code, if the lengths are those of a complete one.
    ///
    /// - Parameters:
    ///   - lengths: the length of each symbol's code, 0 where it has none.
    ///   - alphabet: what the symbols mean.
    init?(lengths: ArraySlice<UInt8>, _ alphabet: HuffmanAlphabet) {
        self.alphabet = alphabet
        entries = ContiguousArray(repeating: .invalid, count: 1 << alphabet.tableBits)
        var counts = [Int](repeating: 0, count: 16)
        for length in lengths { counts[Int(length)] += 1 }
        counts[0] = 0
        guard Self.isComplete(counts, alphabet) else { return nil }

        // Where the symbols of each length begin among those in order of their codes.
        var starts = [Int](repeating: 0, count: 16)
        for length in 1..<15 { starts[length + 1] = starts[length] + counts[length] }
        var symbols = [Int](repeating: 0, count: starts[15] + counts[15])
        for index in lengths.indices where lengths[index] > 0 {
            let length = Int(lengths[index])
            symbols[starts[length]] = index - lengths.startIndex
            starts[length] += 1
        }
        fill(symbols, counts)
    }

    /// The entry for the next bits, of which there may be fewer than it needs.
    @inline(__always)
    func entry(for bits: UInt64, tableBits: Int) -> HuffmanEntry {
        let mask = (1 &<< UInt64(truncatingIfNeeded: tableBits)) &- 1
        let entry = entries[Int(truncatingIfNeeded: bits & mask)]
        return entry.isSpecial && entry.isSubtable ? subentry(of: entry, for: bits, tableBits: tableBits) : entry
    }

    @inline(__always)
    private func subentry(of entry: HuffmanEntry, for bits: UInt64, tableBits: Int) -> HuffmanEntry {
        let mask = (1 &<< UInt64(truncatingIfNeeded: entry.extraBits)) &- 1
        let further = bits &>> UInt64(truncatingIfNeeded: tableBits) & mask
        return entries[entry.value &+ Int(truncatingIfNeeded: further)]
    }
}

// MARK: - Making

extension HuffmanTable {
    /// Whether every sequence of bits begins with just one code.
    ///
    /// As the decoders that set the standard have it, a single code may leave its other bit unused, and distances may have
    /// no code at all.
    private static func isComplete(_ counts: [Int], _ alphabet: HuffmanAlphabet) -> Bool {
        var left = 1
        for length in 1...15 {
            left = left * 2 - counts[length]
            if left < 0 { return false }
        }
        if left == 0 { return true }
        let total = counts.reduce(0, +)
        switch alphabet {
        case .codeLengths: return false
        case .literals: return total == 1 && counts[1] == 1
        case .distances: return total == 0 || total == 1 && counts[1] == 1
        }
    }

    /// Gives the symbols their codes, in order, and enters them.
    private mutating func fill(_ symbols: [Int], _ counts: [Int]) {
        let tableBits = alphabet.tableBits
        var code = 0
        var next = 0
        // A subtable is as large as the longest of its codes needs, which comes last.
        for length in 1...15 {
            for _ in 0..<counts[length] {
                if length > tableBits {
                    let prefix = Self.reversed(code, length) & (1 << tableBits - 1)
                    entries[prefix] = .subtable(at: 0, bits: length - tableBits)
                }
                code += 1
            }
            code <<= 1
        }
        code = 0
        for length in 1...15 {
            for symbol in symbols[next..<next + counts[length]] {
                enter(alphabet.entry(for: symbol).with(length: length), Self.reversed(code, length))
                code += 1
            }
            next += counts[length]
            code <<= 1
        }
    }

    /// Enters a code wherever its bits are followed by others.
    private mutating func enter(_ entry: HuffmanEntry, _ code: Int) {
        let tableBits = alphabet.tableBits
        var index = code
        var step = 1 << entry.length
        var end = 1 << tableBits
        if entry.length > tableBits {
            let prefix = code & (1 << tableBits - 1)
            let bits = entries[prefix].extraBits
            if entries[prefix].value == 0 {
                entries[prefix] = .subtable(at: entries.count, bits: bits)
                entries.append(contentsOf: repeatElement(.invalid, count: 1 << bits))
            }
            let start = entries[prefix].value
            index = start + code >> tableBits
            step = 1 << (entry.length - tableBits)
            end = start + 1 << bits
        }
        while index < end {
            entries[index] = entry
            index += step
        }
    }

    /// A code with its first bit in the lowest place, as codes are packed.
    private static func reversed(_ code: Int, _ length: Int) -> Int {
        var reversed = 0
        for bit in 0..<length where code >> bit & 1 == 1 { reversed |= 1 << (length - 1 - bit) }
        return reversed
    }
}
