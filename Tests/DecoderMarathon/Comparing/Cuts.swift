/// The ways in which a document is cut into pieces.
struct Cuts {
    let name: String
    let pieces: [ArraySlice<UInt8>]
    var isLate = false

    /// Some ways for one document: single bytes only where that takes no time.
    static func some(of bytes: [UInt8], _ random: inout Seeded) -> [Cuts] {
        let longest = random.pick([2, 7, 16, 64, 300, 5_000])
        var cuts = [
            Cuts(name: "random pieces", pieces: pieces(of: bytes, upTo: longest, &random)),
            Cuts(
                name: "pieces taken out late", pieces: pieces(of: bytes, upTo: longest, &random), isLate: true),
        ]
        if bytes.count <= 1_200 {
            cuts.append(Cuts(name: "single bytes", pieces: bytes.indices.map { bytes[$0...$0] }))
        }
        let middle = random.below(bytes.count + 1)
        cuts.append(Cuts(name: "two pieces", pieces: [bytes[..<middle], bytes[middle...]]))
        return cuts
    }

    private static func pieces(of bytes: [UInt8], upTo longest: Int, _ random: inout Seeded) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + random.below(longest + 1))
            pieces.append(bytes[start..<end])
            start = end
        }
        return pieces
    }
}
