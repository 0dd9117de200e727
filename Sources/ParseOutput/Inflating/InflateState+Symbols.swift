/// The loop that most of the time goes to.
extension InflateState {
    /// Decodes the symbols of a block.
    ///
    /// A symbol is taken only once all its bits are there and there is room for a byte of it.
    mutating func decodeSymbols(
        _ reader: inout BitReader, _ window: inout InflateWindow, upTo stop: Int
    ) throws(GzipFault) -> Stop {
        let bytes = reader.bytes
        let input = bytes.span
        let codes = codes
        let first = window.memberStart
        var buffer = reader.buffer
        var match = match
        var end = window.end
        var output = window.storage.mutableSpan
        var fault: GzipFault.Kind?
        var reason = Stop.needsInput

        while true {
            if match.length > 0 {
                let count = min(match.length, stop &- end)
                Self.repeatBytes(in: &output, at: end, count: count, distance: match.distance)
                end &+= count
                match.length &-= count
                guard match.length == 0 else {
                    reason = .needsRoom
                    break
                }
            }
            buffer.refill(from: input)
            let entry = codes.literals.entry(for: buffer.bits, tableBits: HuffmanAlphabet.literals.tableBits)
            guard entry.length <= buffer.count else { break }
            if entry.isLiteral {
                guard end < stop else {
                    reason = .needsRoom
                    break
                }
                buffer.drop(entry.length)
                output[end] = UInt8(truncatingIfNeeded: entry.value)
                end &+= 1
                continue
            }
            guard !entry.isSpecial else {
                if entry.isEndOfBlock {
                    buffer.drop(entry.length)
                    reason = .ended
                } else {
                    fault = .symbol
                }
                break
            }
            var rest = buffer
            rest.drop(entry.length)
            let length = entry.value &+ rest.peek(entry.extraBits)
            rest.drop(entry.extraBits)
            let further = codes.distances.entry(for: rest.bits, tableBits: HuffmanAlphabet.distances.tableBits)
            guard further.length &+ further.extraBits <= rest.count else { break }
            guard !further.isSpecial else {
                fault = .symbol
                break
            }
            rest.drop(further.length)
            let distance = further.value &+ rest.peek(further.extraBits)
            rest.drop(further.extraBits)
            guard distance <= end &- first else {
                fault = .distance
                break
            }
            guard end < stop else {
                reason = .needsRoom
                break
            }
            buffer = rest
            match = Match(length: length, distance: distance)
        }

        reader.buffer = buffer
        window.end = end
        self.match = match
        if let fault { throw GzipFault(fault, at: reader.position) }
        return reason
    }

    /// Repeats bytes, which may overlap those that they are repeated to.
    @inline(__always)
    private static func repeatBytes(in output: inout MutableSpan<UInt8>, at end: Int, count: Int, distance: Int) {
        for index in end..<end &+ count { output[index] = output[index &- distance] }
    }
}
