/// What has been counted so far.
struct Tally: Sendable {
    var documents = 0
    var bytes = 0
    var accepted = 0
    var readings = 0
    var doubles = 0
    var overflows = 0
    var errors: [String: Int] = [:]
    var exceptions: [ReviewedException: Int] = [:]

    /// A sum over all outcomes but for the values, so that two decoders can be compared that do not know each other.
    var digest: UInt64 = 0

    mutating func note(_ exception: ReviewedException) {
        exceptions[exception, default: 0] += 1
    }

    mutating func note(_ mark: String, document: Int) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(document)
        for byte in mark.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        digest &+= hash
    }

    mutating func add(_ other: Tally) {
        documents += other.documents
        bytes += other.bytes
        accepted += other.accepted
        readings += other.readings
        doubles += other.doubles
        overflows += other.overflows
        errors.merge(other.errors, uniquingKeysWith: +)
        exceptions.merge(other.exceptions, uniquingKeysWith: +)
        digest &+= other.digest
    }
}
