/// What the bytes right before an offset look like: they are read again and compared before anything is joined to them.
struct SeamMark: Sendable, Hashable {
    /// The number of bytes before the offset that the digest covers.
    let length: Int64

    /// Their digest.
    let digest: UInt64

    /// Nothing to compare.
    static let none = SeamMark(length: 0, digest: ByteDigest().value)

    init(length: Int64, digest: UInt64) {
        self.length = length
        self.digest = digest
    }

    /// Marks the end of some bytes.
    init(endOf bytes: some Collection<UInt8>) {
        self.init(length: Int64(bytes.count), digest: ByteDigest.of(bytes).value)
    }
}
