/// Lays compact JSON out over lines, so that a change of a value is a change of a line.
///
/// What is short, such as a point or a bounding box, stays on one line.
struct JSONLayout {
    private static let width = 100

    private let bytes: [UInt8]
    private var index = 0
    private var text: [UInt8] = []
    /// Where each object or array that begins at an index ends.
    private var ends: [Int: Int] = [:]

    /// Takes a document that ``JSONCompactor`` has made.
    init(_ compact: [UInt8]) {
        bytes = compact
        var open: [Int] = []
        var quoting = JSONQuoting()
        for (index, byte) in compact.enumerated() where !quoting.takes(byte) {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["): open.append(index)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): if let start = open.popLast() { ends[start] = index }
            default: break
            }
        }
    }

    mutating func lines() -> [String] {
        (index, text) = (0, [])
        value(indent: 0)
        return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Writes the value at the index.
    private mutating func value(indent: Int) {
        guard let end = ends[index] else { return scalar() }
        let length = end + 1 - index
        // The outermost always gets a line for each member.
        if length == 2 || indent > 0 && length + indent <= Self.width {
            text += bytes[index...end]
            index = end + 1
            return
        }
        let isObject = bytes[index] == UInt8(ascii: "{")
        text.append(bytes[index])
        index += 1
        repeat {
            if bytes[index] == UInt8(ascii: ",") {
                text.append(bytes[index])
                index += 1
            }
            newLine(indent + 2)
            if isObject {
                scalar()
                text.append(bytes[index])
                index += 1
            }
            value(indent: indent + 2)
        } while index < end
        newLine(indent)
        text.append(bytes[end])
        index = end + 1
    }

    private mutating func newLine(_ indent: Int) {
        text.append(0x0A)
        text += repeatElement(0x20, count: indent)
    }

    /// Writes a string, a number or a word.
    private mutating func scalar() {
        let start = index
        if bytes[index] == UInt8(ascii: "\"") {
            index += 1
            while bytes[index] != UInt8(ascii: "\"") { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
            index += 1
        } else {
            while index < bytes.count, !",]}".utf8.contains(bytes[index]) { index += 1 }
        }
        text += bytes[start..<index]
    }
}
