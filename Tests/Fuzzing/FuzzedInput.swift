import ParseOutput

/// What the fuzzer's bytes mean: four that say how the rest is read, and the rest, which is the document.
struct FuzzedInput {
    let document: [UInt8]
    let limits: DecodingLimits
    private let control: (UInt8, UInt8, UInt8, UInt8)

    /// - Returns: the input, `nil` where it is too short to say how it is read.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count >= 4 else { return nil }
        control = (bytes[0], bytes[1], bytes[2], bytes[3])
        document = Array(bytes.dropFirst(4))
        limits = Self.limits(control)
    }

    /// The standard limits, or with the lowest bit set ones so small that they are met.
    private static func limits(_ control: (UInt8, UInt8, UInt8, UInt8)) -> DecodingLimits {
        guard control.0 & 1 == 1 else { return .standard }
        var limits = DecodingLimits.standard
        let amount = Int(control.3)
        if control.0 & 2 != 0 { limits.elementBytes = amount * 4 }
        if control.0 & 4 != 0 { limits.stringBytes = amount / 4 }
        if control.0 & 8 != 0 { limits.depth = amount % 12 }
        if control.0 & 16 != 0 { limits.numberBytes = amount % 24 }
        if control.0 & 32 != 0 { limits.membersPerObject = amount % 10 }
        if control.0 & 64 != 0 { limits.totalBytes = Int64(amount) * 16 }
        return limits
    }

    /// Whether any limit is another than the standard one.
    var isLimited: Bool { limits != .standard }

    /// The document in pieces: of one length, of lengths as they come, or of those next to what is looked at in one step.
    var pieces: [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var state = UInt32(control.1) << 8 | UInt32(control.2)
        let longest = 1 + Int(control.1 % 67)
        var start = 0
        while start < document.count {
            state = state &* 1_664_525 &+ 1_013_904_223
            let random = Int(state >> 16)
            let length =
                switch control.2 % 4 {
                case 0: longest
                case 1: random % (longest + 1)
                case 2: Self.edges[random % Self.edges.count]
                default: Self.edges[random % (1 + Int(control.1) % Self.edges.count)]
                }
            let end = min(document.count, start + length)
            pieces.append(document[start..<end])
            start = end
        }
        return pieces
    }

    /// Lengths around those of words, blocks and rows of blocks.
    private static let edges = [1, 0, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129]

    /// A place within the document.
    var middle: Int {
        Int(control.1) * 257 * (1 + Int(control.2)) % (document.count + 1)
    }
}
