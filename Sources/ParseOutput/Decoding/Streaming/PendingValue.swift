/// A value that is to be read and has not arrived whole.
///
/// Reading it anew with every piece would be quadratic. So it is read again only once it has doubled, or when a scanner
/// that sees each byte once has found its end; where even then the reader wanted more, only doubling is left.
struct PendingValue: Sendable {
    let value: WalkedValue
    private var boundary: BoundaryScanner?
    private var triedBytes = 0
    private var isBounded = false

    init(_ value: WalkedValue) {
        self.value = value
    }

    /// Whether it is worth being read now.
    ///
    /// - Parameters:
    ///   - bytes: the bytes that have arrived.
    ///   - start: the index of the value's first byte.
    /// - Returns: whether a reader may get to its end, or to a fault, that it did not get to before.
    @inline(__always)
    mutating func isWorthReading(_ bytes: PaddedBytes, from start: Int) -> Bool {
        let arrived = bytes.count - start
        guard arrived < triedBytes * 2 else { return true }
        guard !isBounded else { return false }
        var scanner = boundary ?? BoundaryScanner(first: bytes[start])
        isBounded = scanner.scan(bytes, from: start, to: bytes.count) != nil
        boundary = scanner
        return isBounded
    }

    /// Notes that it was read in vain.
    mutating func wasTried(with count: Int) {
        triedBytes = count
    }
}
