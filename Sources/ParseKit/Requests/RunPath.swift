/// A run's id as one segment of a path, whatever it holds.
struct RunPath {
    /// The path, beginning with a slash.
    let text: String

    /// Percent-encodes everything but unreserved characters, so that no id can leave its segment.
    init(id: String) throws(ParseError) {
        guard !id.isEmpty else { throw Self.invalid("it is empty") }
        guard id.utf8.count <= Self.longestID else { throw Self.invalid("it is longer than \(Self.longestID) bytes") }
        // These segments mean a place in the path however they are encoded.
        guard id != ".", id != ".." else { throw Self.invalid("it is a relative path") }
        guard id.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw Self.invalid("it holds a control character")
        }
        self.text = "/parse_runs/" + Self.percentEncoded(id)
    }

    /// The longest id that the service gives out.
    private static let longestID = 255

    private static func percentEncoded(_ id: String) -> String {
        var encoded = ""
        for byte in id.utf8 {
            let scalar = Unicode.Scalar(byte)
            if isUnreserved(byte) {
                encoded.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return encoded
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func invalid(_ reason: String) -> ParseError {
        ParseError(.invalidRunID, message: "The run id is refused: \(reason).", operation: .parseRun)
    }
}
