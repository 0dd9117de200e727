/// Puts the UTF-16 units of `\u` escapes together to characters.
struct SurrogatePairing: Sendable {
    private var high: UInt16?
    private var start: Int64 = 0

    /// Notes where an escape begins whose unit may be the first of a pair.
    mutating func escapeBegins(at offset: Int64) {
        start = offset
    }

    /// Takes a unit.
    ///
    /// - Returns: the character, `nil` after the first unit of a pair.
    mutating func take(_ unit: UInt16) throws(JSONFault) -> Unicode.Scalar? {
        if let first = high {
            high = nil
            let value = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit & 0x3FF))
            guard UTF16.isTrailSurrogate(unit), let scalar = Unicode.Scalar(value) else { throw lone }
            return scalar
        }
        if UTF16.isLeadSurrogate(unit) {
            high = unit
            return nil
        }
        guard let scalar = Unicode.Scalar(unit) else { throw lone }
        return scalar
    }

    /// The fault of a pair that does not come about, at its first escape.
    var lone: JSONFault { .loneSurrogate(at: start) }
}
