/// Tells, byte by byte, what of a JSON text stands within its strings.
struct JSONQuoting {
    /// Whether a string has begun and not ended.
    private(set) var isInString = false

    private var isEscaped = false

    /// Goes on by a byte.
    ///
    /// - Parameter byte: the next byte.
    /// - Returns: whether it is of a string: its characters and its closing quotation mark.
    mutating func takes(_ byte: UInt8) -> Bool {
        guard isInString else {
            isInString = byte == UInt8(ascii: "\"")
            return false
        }
        isInString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        return true
    }
}
