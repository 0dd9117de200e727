/// A block of random tokens, written in random codes.
struct RandomBlock {
    let tokens: [DeflateWriter.Token]
    let content: [UInt8]
    let literals: HuffmanCode
    let distances: HuffmanCode

    init(by generator: inout SeededGenerator) {
        let bytes = Array(Array(0...255).shuffled(using: &generator).prefix(Int.random(in: 1...256, using: &generator)))
        let lengths = Array(
            Array(257...285).shuffled(using: &generator).prefix(Int.random(in: 1...29, using: &generator)))
        let reaches = Array(Array(0...29).shuffled(using: &generator).prefix(Int.random(in: 2...30, using: &generator)))
        literals = .random(for: bytes + [256] + lengths, of: 286, by: &generator)
        distances = .random(for: reaches, of: 30, by: &generator)

        var tokens: [DeflateWriter.Token] = []
        var content: [UInt8] = []
        for _ in 0..<Int.random(in: 1...600, using: &generator) {
            let length = Self.number(HuffmanCode.lengthBases, HuffmanCode.lengthExtraBits, lengths, 257, &generator)
            let distance = Self.number(HuffmanCode.distanceBases, HuffmanCode.distanceExtraBits, reaches, 0, &generator)
            // The longest length has a symbol of its own, which the code may lack.
            let hasSymbol = length != 258 || lengths.contains(285)
            if generator.next() % 2 == 0, hasSymbol, distance <= content.count {
                tokens.append(.match(length: length, distance: distance))
                for _ in 0..<length { content.append(content[content.count - distance]) }
            } else if let byte = bytes.randomElement(using: &generator) {
                tokens.append(.literal(UInt8(byte)))
                content.append(UInt8(byte))
            }
        }
        self.tokens = tokens
        self.content = content
    }

    private static func number(
        _ bases: [Int], _ extraBits: [Int], _ symbols: [Int], _ first: Int, _ generator: inout SeededGenerator
    ) -> Int {
        let index = symbols[Int.random(in: symbols.indices, using: &generator)] - first
        return bases[index] + Int.random(in: 0..<1 << extraBits[index], using: &generator)
    }
}
