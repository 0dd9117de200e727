/// A word as eight bytes that are looked at together; an answer is the highest bit of each byte it is yes for.
///
/// Above the lowest yes an answer may hold false ones, as arithmetic carries.
extension UInt64 {
    /// The bytes that equal another.
    @inline(__always)
    func bytes(equalTo byte: UInt8) -> UInt64 {
        let difference = self ^ (0x0101_0101_0101_0101 &* UInt64(byte))
        return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
    }

    /// The bytes that are control characters or not ASCII.
    @inline(__always)
    var controlOrHighBytes: UInt64 {
        ((self &- 0x2020_2020_2020_2020) | self) & 0x8080_8080_8080_8080
    }

    /// The bytes that are quotes, backslashes or control characters.
    @inline(__always)
    var specialBytes: UInt64 {
        let controls = (self &- 0x2020_2020_2020_2020) & ~self & 0x8080_8080_8080_8080
        return controls | bytes(equalTo: UInt8(ascii: "\"")) | bytes(equalTo: UInt8(ascii: "\\"))
    }

    /// The bytes that are not the values of digits, of bytes that were digits' characters less `0x30`.
    @inline(__always)
    var bytesAboveNine: UInt64 {
        ((self &+ 0x7676_7676_7676_7676) | self) & 0x8080_8080_8080_8080
    }
}
