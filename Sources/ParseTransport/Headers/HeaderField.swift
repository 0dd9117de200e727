/// One header field: a name that ignores case and a value.
public struct HeaderField: Sendable, Hashable {
    /// The name as it was given.
    ///
    /// Comparison ignores its case.
    public let name: String

    /// The value, without surrounding white space.
    public let value: String

    /// Makes a field.
    ///
    /// - Parameters:
    ///   - name: the field's name.
    ///   - value: its value; leading and trailing spaces and tabs are dropped.
    public init(name: String, value: String) {
        self.name = name
        let trimmed = value.utf8.drop { $0 == 0x20 || $0 == 0x09 }
        let end = trimmed.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { trimmed.index(after: $0) } ?? trimmed.startIndex
        self.value = String(Substring(trimmed[..<end]))
    }

    /// Whether two fields have the same name, case ignored, and the same value.
    ///
    /// - Parameters:
    ///   - left: a field.
    ///   - right: another field.
    /// - Returns: `true` if they mean the same.
    public static func == (left: HeaderField, right: HeaderField) -> Bool {
        left.isNamed(right.name) && left.value == right.value
    }

    /// Hashes the name without its case, and the value.
    ///
    /// - Parameter hasher: the hasher to feed.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name.lowercased())
        hasher.combine(value)
    }

    /// Whether the name is an HTTP token and the value free of control and non-ASCII characters.
    public var isValid: Bool {
        Self.isToken(name) && value.utf8.allSatisfy { ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x09 }
    }

    func isNamed(_ other: String) -> Bool {
        name.utf8.count == other.utf8.count
            && zip(name.utf8, other.utf8).allSatisfy { Self.lowercase($0) == Self.lowercase($1) }
    }

    static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
}

extension HeaderField: CustomStringConvertible, CustomReflectable {
    /// The field in its wire form, its value replaced unless it is known to be harmless.
    public var description: String { "\(name): \(redactedValue)" }

    /// A mirror that holds nothing secret.
    public var customMirror: Mirror {
        Mirror(self, children: ["name": name, "value": redactedValue], displayStyle: .struct)
    }

    /// Only values known to be harmless are shown: a header nobody thought of may hold a key.
    private var redactedValue: String {
        Self.harmless.contains(name.lowercased()) ? value : "<redacted>"
    }

    private static let harmless: Set<String> = [
        "accept", "accept-encoding", "accept-ranges", "age", "cache-control", "connection", "content-encoding",
        "content-length", "content-range", "content-type", "date", "etag", "expires", "host", "if-match",
        "if-none-match", "if-range", "if-unmodified-since", "last-modified", "range", "ratelimit", "ratelimit-policy",
        "retry-after", "retry-after-ms", "server", "transfer-encoding", "user-agent", "vary", "x-amz-request-id",
        "x-extend-api-version", "x-extend-request-id", "x-ratelimit-reset",
    ]
}
