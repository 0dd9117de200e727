/// The end of a JSON value found byte by byte, as simply as it can be told.
///
/// In what is no JSON, a backslash outside every string takes a quote or another backslash behind it along.
enum NaiveBoundary {
    /// The index behind the value that begins at an index, `nil` where it has not ended.
    static func end(of bytes: [UInt8], from start: Int) -> Int? {
        switch bytes[start] {
        case UInt8(ascii: "{"), UInt8(ascii: "["): container(bytes, start)
        case UInt8(ascii: "\""): string(bytes, start)
        default: bytes[start...].firstIndex { $0 <= 0x20 || ",:]}[{\"".utf8.contains($0) }
        }
    }

    private static func container(_ bytes: [UInt8], _ start: Int) -> Int? {
        var index = start
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                guard let behind = string(bytes, index) else { return nil }
                index = behind
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\\") where index + 1 < bytes.count && "\"\\".utf8.contains(bytes[index + 1]): index += 1
            default: break
            }
            index += 1
            if depth == 0 { return index }
        }
        return nil
    }

    private static func string(_ bytes: [UInt8], _ start: Int) -> Int? {
        var index = start + 1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\"") { return index + 1 }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }
}
