/// The encoded bytes that arrived and are not decoded yet, read by bits and by bytes.
struct BitReader: Sendable {
    /// The bytes from the first that was not taken at the last push.
    private(set) var bytes: ArraySlice<UInt8> = []

    /// The bits that come next.
    var buffer = BitBuffer()

    /// The offset in the stream of the first of ``bytes``.
    private var base: Int64 = 0

    /// The offset of the byte that the next bit is in.
    var position: Int64 { base + Int64(buffer.index - (buffer.count + 7) / 8) }

    /// The offset behind the last byte that arrived.
    var end: Int64 { base + Int64(bytes.count) }

    /// Takes bytes that follow those before.
    mutating func push(_ new: ArraySlice<UInt8>) {
        guard !new.isEmpty else { return }
        base += Int64(buffer.index)
        bytes.removeFirst(buffer.index)
        buffer.rebase()
        // Mostly everything has been read, and the bytes need not be copied.
        if bytes.isEmpty { bytes = new } else { bytes.append(contentsOf: new) }
    }

    /// Makes sure of 48 bits, or of all that have arrived.
    mutating func refill() {
        var filled = buffer
        filled.refill(from: bytes.span)
        buffer = filled
    }

    /// The next bits, at most 32, as a number; `nil`, and none taken, where they have not arrived.
    mutating func take(_ number: Int) -> Int? {
        refill()
        guard buffer.count >= number else { return nil }
        let bits = buffer.peek(number)
        buffer.drop(number)
        return bits
    }

    /// Passes what is left of a byte that was begun.
    mutating func alignToByte() {
        buffer.drop(buffer.count % 8)
    }

    /// The next byte, which is not taken; `nil` where it has not arrived.
    mutating func peekByte() -> UInt8? {
        refill()
        return buffer.count >= 8 ? UInt8(truncatingIfNeeded: buffer.bits) : nil
    }

    /// Copies bytes, of which none has been begun.
    ///
    /// - Returns: how many there were, if not as many as asked for.
    mutating func copy(_ number: Int, to window: inout InflateWindow) -> Int {
        var end = window.end
        let stop = end + number
        while end < stop, buffer.count > 0 {
            window.storage[end] = UInt8(truncatingIfNeeded: buffer.bits)
            buffer.drop(8)
            end += 1
        }
        let count = min(stop - end, bytes.count - buffer.index)
        if count > 0 {
            let index = buffer.index
            let input = bytes.span
            var output = window.storage.mutableSpan
            for offset in 0..<count { output[end &+ offset] = input[index &+ offset] }
        }
        if count > 0 {
            buffer.passBytes(count)
            end += count
        }
        defer { window.end = end }
        return end - window.end
    }
}
