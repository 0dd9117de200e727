/// A running digest of bytes (FNV-1a): tells two byte sequences apart unless somebody means to deceive.
///
/// Whoever serves the document could deceive anyway, so that no cryptography is needed.
struct ByteDigest: Sendable, Hashable {
    /// The digest of the bytes so far.
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Takes bytes in.
    mutating func update(_ bytes: some Sequence<UInt8>) {
        var hash = value
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        value = hash
    }

    /// The digest of bytes that are all there.
    static func of(_ bytes: some Sequence<UInt8>) -> ByteDigest {
        var digest = ByteDigest()
        digest.update(bytes)
        return digest
    }
}
