/// RFC 8259 as it is printed, one function a rule: slow, simple, and sharing nothing with what it checks.
///
/// The one thing it has besides is a bound on nesting, so that it can tell where another parser must give up.
struct StrictChecker {
    private let bytes: [UInt8]
    private let depthLimit: Int
    private var place = 0
    private var depth = 0

    /// Where the value begins whose path is wanted, and its path once it has been passed.
    private let wanted: Int?
    private var steps: [String] = []
    private(set) var path: [String]?

    init(_ bytes: [UInt8], depthLimit: Int = 128, wanted: Int? = nil) {
        self.bytes = bytes
        self.depthLimit = depthLimit
        self.wanted = wanted
    }

    static func check(_ bytes: [UInt8]) -> Result<StrictValue, StrictFault> {
        var checker = StrictChecker(bytes)
        do throws(StrictFault) { return .success(try checker.document()) } catch { return .failure(error) }
    }

    /// The path to the value that begins at a place, as far as the document is well-formed; `nil` where none does.
    static func path(to place: Int, in bytes: [UInt8]) -> [String]? {
        var checker = StrictChecker(bytes, wanted: place)
        _ = try? checker.document()
        return checker.path
    }

    // JSON-text = ws value ws
    mutating func document() throws(StrictFault) -> StrictValue {
        space()
        let value = try value()
        space()
        guard place == bytes.count else { throw fault(.structure) }
        return value
    }

    // MARK: Structure

    private mutating func value() throws(StrictFault) -> StrictValue {
        let start = place
        if start == wanted { path = steps }
        let content: StrictValue.Content
        switch byte {
        case UInt8(ascii: "{"): content = .object(try object())
        case UInt8(ascii: "["): content = .array(try array())
        case UInt8(ascii: "\""): content = .string(try string())
        case UInt8(ascii: "t"): content = try literal("true", .bool)
        case UInt8(ascii: "f"): content = try literal("false", .bool)
        case UInt8(ascii: "n"): content = try literal("null", .null)
        case UInt8(ascii: "-"): content = try number()
        case _ where isDigit: content = try number()
        default: throw fault(.structure)
        }
        return StrictValue(content: content, range: start..<place)
    }

    // object = { } or { string : value , … }
    private mutating func object() throws(StrictFault) -> [StrictValue.Member] {
        try open()
        var members: [StrictValue.Member] = []
        while byte != UInt8(ascii: "}") || !members.isEmpty {
            let start = place
            guard byte == UInt8(ascii: "\"") else { throw fault(.structure) }
            let name = try string()
            space()
            try take(":")
            space()
            steps.append(Self.step(name))
            let value = try value()
            steps.removeLast()
            members.append(StrictValue.Member(name: name, range: start..<place, value: value))
            space()
            if byte == UInt8(ascii: "}") { break }
            try take(",")
            space()
        }
        try take("}")
        depth -= 1
        return members
    }

    // array = [ ] or [ value , … ]
    private mutating func array() throws(StrictFault) -> [StrictValue] {
        try open()
        var elements: [StrictValue] = []
        while byte != UInt8(ascii: "]") || !elements.isEmpty {
            steps.append("[\(elements.count)]")
            elements.append(try value())
            steps.removeLast()
            space()
            if byte == UInt8(ascii: "]") { break }
            try take(",")
            space()
        }
        try take("]")
        depth -= 1
        return elements
    }

    private mutating func open() throws(StrictFault) {
        guard depth < depthLimit else { throw StrictFault(reason: .tooDeep, offset: place, token: .structure) }
        depth += 1
        place += 1
        space()
    }

    /// How an error shows a name: as it is where that is a plain word of at most 32 characters.
    private static func step(_ name: String) -> String {
        let plain = name.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return plain && (1...32).contains(name.utf8.count) ? name : "?"
    }
}

// MARK: - Tokens

extension StrictChecker {
    /// The offset of the next byte.
    var offset: Int { place }

    /// The byte so far ahead, `nil` behind the last one.
    func peek(_ ahead: Int) -> UInt8? { place + ahead < bytes.count ? bytes[place + ahead] : nil }

    mutating func advance(_ count: Int) { place += count }

    private var byte: UInt8? { peek(0) }

    private func fault(_ token: StrictFault.Token) -> StrictFault {
        StrictFault(reason: place < bytes.count ? .malformed : .truncated, offset: place, token: token)
    }

    private mutating func space() {
        while let byte, " \n\r\t".utf8.contains(byte) { place += 1 }
    }

    private mutating func take(_ character: Character) throws(StrictFault) {
        guard byte == character.asciiValue else { throw fault(.structure) }
        place += 1
    }

    private mutating func literal(
        _ word: String,
        _ content: StrictValue.Content
    ) throws(StrictFault) -> StrictValue.Content {
        for letter in word.utf8 {
            guard byte == letter else { throw fault(.literal) }
            place += 1
        }
        return content
    }

    // number = [ - ] ( 0 / digit1-9 *digit ) [ . 1*digit ] [ e [ - / + ] 1*digit ]
    private mutating func number() throws(StrictFault) -> StrictValue.Content {
        if byte == UInt8(ascii: "-") { place += 1 }
        if byte == UInt8(ascii: "0") {
            place += 1
            if isDigit { throw fault(.number) }
        } else {
            try digits()
        }
        if byte == UInt8(ascii: ".") {
            place += 1
            try digits()
        }
        if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
            place += 1
            if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { place += 1 }
            try digits()
        }
        return .number
    }

    private var isDigit: Bool { byte.map { (0x30...0x39).contains($0) } ?? false }

    private mutating func digits() throws(StrictFault) {
        guard isDigit else { throw fault(.number) }
        while isDigit { place += 1 }
    }
}
