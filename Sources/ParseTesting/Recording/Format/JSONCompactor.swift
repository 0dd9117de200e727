/// Checks that bytes are a JSON object or array, and takes out the white space between its tokens.
///
/// Numbers, escapes and the order of members stay as they are; strings may be exchanged on the way.
struct JSONCompactor {
    private static let maximumDepth = 256

    private let bytes: [UInt8]
    private let exchange: (ArraySlice<UInt8>) -> [UInt8]?
    private var index = 0
    private var compact: [UInt8] = []

    /// Compacts a document.
    ///
    /// - Parameters:
    ///   - bytes: the document.
    ///   - exchange: gives another string for one, both as they stand between their quotation marks; `nil` to keep it.
    /// - Returns: the document without white space between its tokens; `nil` for what is no JSON object or array.
    static func compact(
        _ bytes: [UInt8],
        exchange: @escaping (ArraySlice<UInt8>) -> [UInt8]? = { _ in nil }
    ) -> [UInt8]? {
        guard let first = bytes.first(where: { !isSpace($0) }),
            first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
            String(validating: bytes, as: UTF8.self) != nil
        else { return nil }
        var compactor = JSONCompactor(bytes: bytes, exchange: exchange)
        compactor.compact.reserveCapacity(bytes.count)
        guard compactor.value(depth: 0) else { return nil }
        compactor.skipSpace()
        return compactor.index == bytes.count ? compactor.compact : nil
    }

    private init(bytes: [UInt8], exchange: @escaping (ArraySlice<UInt8>) -> [UInt8]?) {
        self.bytes = bytes
        self.exchange = exchange
    }

    private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private mutating func skipSpace() {
        while let byte, Self.isSpace(byte) { index += 1 }
    }

    private mutating func take(_ expected: UInt8) -> Bool {
        skipSpace()
        guard byte == expected else { return false }
        compact.append(expected)
        index += 1
        return true
    }

    private mutating func value(depth: Int) -> Bool {
        skipSpace()
        switch byte {
        case UInt8(ascii: "{"):
            return list(UInt8(ascii: "{"), UInt8(ascii: "}"), depth) { compactor in
                compactor.skipSpace()
                return compactor.string() && compactor.take(UInt8(ascii: ":")) && compactor.value(depth: depth + 1)
            }
        case UInt8(ascii: "["):
            return list(UInt8(ascii: "["), UInt8(ascii: "]"), depth) { $0.value(depth: depth + 1) }
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "t"): return word("true")
        case UInt8(ascii: "f"): return word("false")
        case UInt8(ascii: "n"): return word("null")
        default: return number()
        }
    }

    private mutating func list(
        _ open: UInt8,
        _ close: UInt8,
        _ depth: Int,
        _ element: (inout JSONCompactor) -> Bool
    ) -> Bool {
        guard depth < Self.maximumDepth, take(open) else { return false }
        if take(close) { return true }
        repeat {
            guard element(&self) else { return false }
        } while take(UInt8(ascii: ","))
        return take(close)
    }

    private mutating func string() -> Bool {
        guard byte == UInt8(ascii: "\"") else { return false }
        let start = index + 1
        index = start
        while let byte, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { return false }
            index += 1
            guard byte != UInt8(ascii: "\\") || escape() else { return false }
        }
        guard index < bytes.count else { return false }
        let text = bytes[start..<index]
        index += 1
        compact.append(UInt8(ascii: "\""))
        if let other = exchange(text) { compact += other } else { compact += text }
        compact.append(UInt8(ascii: "\""))
        return true
    }

    /// What follows a backslash.
    private mutating func escape() -> Bool {
        guard let byte, "\"\\/bfnrtu".utf8.contains(byte) else { return false }
        index += 1
        guard byte == UInt8(ascii: "u") else { return true }
        let digits = bytes[index...].prefix(4)
        index += digits.count
        return digits.count == 4 && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }

    private mutating func word(_ text: String) -> Bool {
        guard bytes[index...].starts(with: text.utf8) else { return false }
        compact += text.utf8
        index += text.utf8.count
        return true
    }

    private mutating func number() -> Bool {
        let start = index
        if byte == UInt8(ascii: "-") { index += 1 }
        let whole = digits()
        guard whole == 1 || whole > 1 && bytes[index - whole] != UInt8(ascii: "0") else { return false }
        if byte == UInt8(ascii: ".") {
            index += 1
            guard digits() > 0 else { return false }
        }
        if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
            index += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { index += 1 }
            guard digits() > 0 else { return false }
        }
        compact += bytes[start..<index]
        return true
    }

    private mutating func digits() -> Int {
        let start = index
        while let byte, (0x30...0x39).contains(byte) { index += 1 }
        return index - start
    }
}
