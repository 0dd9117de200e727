import Testing

@testable import ParseOutput

/// Blocks that are wrong in one way each.
@Suite("Wrong blocks")
struct InflateFaultTests {
    private static let a: [DeflateWriter.Token] = [.literal(97)]

    /// A code of two symbols, the end of the block among them.
    private static let twoLiterals = code(286, [97: 1, 256: 1])

    @Test("A block of the fourth type")
    func blockType() {
        expect(.blockType, at: 0) { $0.write(7, 3) }
        // In the second byte, behind the two bits that the first block leaves of it.
        expect(.blockType, at: 1, behind: 0) { writer in
            writer.writeFixed([], isLast: false)
            writer.write(7, 3)
        }
    }

    @Test("A stored block whose length does not match its complement")
    func storedLength() {
        expect(.storedLength, at: 1) { writer in
            writer.write(1, 8)
            writer.write(5, 16)
            writer.write(5, 16)
        }
    }

    @Test("More codes than symbols")
    func codeCount() {
        for (literals, distances) in [(30, 0), (31, 0), (0, 30), (0, 31)] {
            expect(.codeCount, at: 0) { writer in
                writer.write(5, 3)
                writer.write(literals, 5)
                writer.write(distances, 5)
                writer.write(0, 4)
            }
        }
    }

    @Test(
        "A code for code lengths that is no code",
        arguments: [[1, 1, 1, 0], [1, 0, 0, 0], [0, 0, 0, 0], [2, 2, 2, 0]])
    func codeLengthCode(lengths: [Int]) {
        expect(.codeLengths, at: 0) { writer in
            writer.write(5, 3)
            writer.write(0, 14)
            for length in lengths { writer.write(length, 3) }
        }
    }

    @Test("A code for literals that is no code")
    func literalCode() {
        let tooMany = Self.code(257, [1: 1, 2: 1, 256: 1])
        let tooFew = Self.code(257, [1: 2, 256: 1])
        let single = Self.code(257, [256: 2])
        for code in [tooMany, tooFew, single] {
            expect(.codeLengths, at: 0) { $0.writeDynamic([], code, Self.code(1, [:]), isLast: true) }
        }
        expect(.noEndOfBlock, at: 0) { writer in
            writer.write(5, 3)
            writer.writeDescription(Self.code(257, [1: 1, 2: 1]).lengths, [1])
        }
    }

    @Test("A code for distances that is no code")
    func distanceCode() {
        for lengths: [Int: UInt8] in [[0: 1, 1: 1, 2: 1], [0: 2], [3: 1, 4: 2]] {
            expect(.codeLengths, at: 0) { writer in
                writer.writeDynamic(Self.a, Self.twoLiterals, Self.code(5, lengths), isLast: true)
            }
        }
    }

    @Test("A single code may leave a bit unused, and distances may have none")
    func singleCodes() {
        let content = Array("a".utf8)
        for distances: [Int: UInt8] in [[:], [0: 1], [4: 1]] {
            let bytes = GzipEncoder.member(of: content) { writer in
                writer.writeDynamic(Self.a, Self.twoLiterals, Self.code(5, distances), isLast: true)
            }
            #expect(GzipDecoder().outcome(of: bytes) == GzipOutcome(decoded: content))
        }
        let empty = GzipEncoder.member(of: []) { writer in
            writer.writeDynamic([], Self.code(257, [256: 1]), Self.code(1, [:]), isLast: true)
        }
        #expect(GzipDecoder().outcome(of: empty) == GzipOutcome())
    }

    @Test("A bit that a single code leaves unused")
    func unusedCode() {
        let cases: [([Int: UInt8], Int)] = [([:], 0), ([:], 1), ([0: 1], 1)]
        for (lengths, bits) in cases {
            let literals = Self.code(286, [97: 1, 256: 2, 257: 2])
            let outcome = outcome { writer in
                writer.write(5, 3)
                writer.writeDescription(literals.lengths, Self.code(1, lengths).lengths)
                writer.write(literals.codes[97])
                writer.write(literals.codes[257])
                writer.write(bits, 1)
                writer.write(0, 20)
            }
            #expect(outcome.fault?.kind == .symbol)
            #expect(outcome.decoded == [97])
        }
    }

    @Test("Fixed codes that stand for nothing")
    func fixedCodes() {
        for symbol in [286, 287] {
            expect(.symbol, at: 0) { writer in
                writer.write(3, 3)
                writer.write(HuffmanCode.fixedLiterals.codes[symbol])
            }
        }
        for symbol in [30, 31] {
            expect(.symbol, at: 1, behind: 1) { writer in
                writer.write(3, 3)
                writer.write(HuffmanCode.fixedLiterals.codes[97])
                writer.write(HuffmanCode.fixedLiterals.codes[257])
                writer.write(HuffmanCode.fixedDistances.codes[symbol])
            }
        }
    }

    @Test("A repeated length without one before it, or beyond the last code")
    func repeatedLengths() {
        let code = HuffmanCode.codeLengths
        // Counts, and the lengths of the code for lengths, are 3 + 14 + 57 bits, which end within the tenth byte.
        expect(.repeatedLength, at: 9) { writer in
            Self.beginDescription(&writer)
            writer.write(code.codes[16])
            writer.write(0, 2)
        }
        // 138 and 119 zeros are 257 of the 258 lengths.
        for (symbol, bits) in [(16, 2), (17, 3), (18, 7)] {
            let outcome = outcome { writer in
                Self.beginDescription(&writer)
                writer.write(code.codes[18])
                writer.write(127, 7)
                writer.write(code.codes[18])
                writer.write(108, 7)
                writer.write(code.codes[symbol])
                writer.write(0, bits)
            }
            #expect(outcome.fault == GzipFault(.repeatedLength, at: 10 + 12))
        }
    }

    @Test("A match that reaches back before the first byte")
    func distance() {
        for (length, distance) in [(3, 2), (258, 32 << 10)] {
            expect(.distance, at: 1, behind: 1) { writer in
                writer.writeFixed(Self.a + [.match(length: length, distance: distance)], isLast: true)
            }
        }
        expect(.distance, at: 0) { $0.writeFixed([.match(length: 3, distance: 1)], isLast: true) }
    }

    @Test("Every fault says in a sentence what is wrong, and only two are a limit's")
    func messages() {
        let faults = GzipFault.Kind.allCases.map { GzipFault($0, at: 0) }
        #expect(Set(faults.map(\.message)).count == faults.count)
        #expect(faults.allSatisfy { $0.message.hasSuffix(".") })
        #expect(faults.filter(\.isLimit).map(\.kind) == [.tooLarge, .ratio])
    }

    // MARK: - Making

    private static func code(_ count: Int, _ lengths: [Int: UInt8]) -> HuffmanCode {
        HuffmanCode((0..<count).map { lengths[$0] ?? 0 })
    }

    /// Begins the description of 257 literals and a distance.
    private static func beginDescription(_ writer: inout DeflateWriter) {
        var whole = DeflateWriter()
        whole.write(5, 3)
        whole.writeDescription([UInt8](repeating: 0, count: 257), [1])
        for bit in 0..<74 { writer.write(Int(whole.bytes[bit / 8] >> (bit % 8) & 1), 1) }
    }

    /// What becomes of blocks behind a header, with a few bytes behind them.
    private func outcome(_ write: (inout DeflateWriter) -> Void) -> GzipOutcome {
        GzipDecoder().outcome(of: GzipEncoder.member(of: [], write))
    }

    /// Expects a fault at a byte of the blocks, behind some decoded bytes.
    private func expect(
        _ kind: GzipFault.Kind, at offset: Int64, behind count: Int = 0,
        sourceLocation: SourceLocation = #_sourceLocation, _ write: (inout DeflateWriter) -> Void
    ) {
        let outcome = outcome(write)
        #expect(outcome.fault == GzipFault(kind, at: 10 + offset), sourceLocation: sourceLocation)
        #expect(outcome.decoded.count == count, sourceLocation: sourceLocation)
    }
}
