import Testing

@testable import ParseOutput

@Suite("Tables of Huffman codes")
struct HuffmanTableTests {
    @Test("A random code is read as it was written, whatever follows it", arguments: 0..<30)
    func randomCodes(seed: Int) throws {
        var generator = SeededGenerator(state: UInt64(seed))
        let alphabet: HuffmanAlphabet = seed % 2 == 0 ? .literals : .distances
        let count = alphabet == .literals ? 286 : 30
        let chosen = Array((0..<count).shuffled(using: &generator).prefix(Int.random(in: 2...count, using: &generator)))
        let code = HuffmanCode.random(for: chosen, of: count, by: &generator)
        let table = try #require(HuffmanTable(lengths: code.lengths[...], alphabet))
        for symbol in chosen {
            let written = code.codes[symbol]
            let reversed = (0..<written.length).reduce(0 as UInt64) { $0 << 1 | UInt64(written.bits >> $1 & 1) }
            for follows in [0, UInt64.max, generator.next()] {
                let entry = table.entry(
                    for: reversed | follows << UInt64(written.length), tableBits: alphabet.tableBits)
                #expect(entry == alphabet.entry(for: symbol).with(length: written.length))
            }
        }
    }

    @Test("Just the lengths of a complete code are taken", arguments: 0..<20)
    func completeness(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed))
        for _ in 0..<40 {
            let count = Int.random(in: 2...19, using: &generator)
            let lengths = (0..<count).map { _ in UInt8.random(in: 0...5, using: &generator) }
            // The part of all sequences of 5 bits that begin with a code.
            let taken = lengths.reduce(0) { $0 + ($1 == 0 ? 0 : 32 >> Int($1)) }
            #expect((HuffmanTable(lengths: lengths[...], .codeLengths) != nil) == (taken == 32))
            let isSingle = lengths.filter { $0 > 0 } == [1]
            #expect((HuffmanTable(lengths: lengths[...], .literals) != nil) == (taken == 32 || isSingle))
            #expect((HuffmanTable(lengths: lengths[...], .distances) != nil) == (taken == 32 || isSingle || taken == 0))
        }
    }

    @Test("Lengths and distances are those of the standard's tables")
    func bases() {
        for index in 0..<29 {
            let expected = HuffmanEntry.base(
                HuffmanCode.lengthBases[index], extraBits: HuffmanCode.lengthExtraBits[index])
            #expect(HuffmanAlphabet.literals.entry(for: 257 + index) == expected)
        }
        for index in 0..<30 {
            let expected = HuffmanEntry.base(
                HuffmanCode.distanceBases[index], extraBits: HuffmanCode.distanceExtraBits[index])
            #expect(HuffmanAlphabet.distances.entry(for: index) == expected)
        }
        #expect(HuffmanAlphabet.literals.entry(for: 256).isEndOfBlock)
        #expect(HuffmanAlphabet.literals.entry(for: 255) == .literal(255))
    }
}
