/// A value that is to be read and has not arrived whole.
///
/// Reading it anew with every piece would be quadratic. So it is read again only once it has doubled, or once a scanner
/// that sees each byte once has found its end.
struct PendingValue: Sendable {
    let value: WalkedValue
    private var boundary: BoundaryScanner?
    private var triedBytes = 0

    init(_ value: WalkedValue) {
        self.value = value
    }

    /// Whether it is worth being read now.
    ///
    /// - Parameters:
    ///   - bytes: the bytes that have arrived.
    ///   - start: the index of the value's first byte.
    /// - Returns: whether it is.
    @inline(__always)
    mutating func isWorthReading(_ bytes: PaddedBytes, from start: Int) -> Bool {
        let arrived = bytes.count - start
        guard arrived < triedBytes * 2 else { return true }
        guard arrived > (boundary?.scanned ?? triedBytes) else { return false }
        var scanner = boundary ?? BoundaryScanner(first: bytes[start])
        let end = scanner.scan(bytes, from: start, to: bytes.count)
        boundary = scanner
        return end != nil
    }

    /// Notes that it was read in vain.
    mutating func wasTried(with count: Int) {
        triedBytes = count
    }
}
