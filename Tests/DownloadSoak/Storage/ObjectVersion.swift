/// The bytes of a stored object at some time, and what it is known by then.
struct ObjectVersion: Sendable {
    /// The document's bytes.
    let content: [UInt8]

    /// The bytes as they are stored.
    let stored: [UInt8]

    var eTag: String?
    var lastModified: String?

    /// - Parameters:
    ///   - number: the version's number, which its validators are made of.
    ///   - gzipBlock: how many bytes are in each block of a gzip file; `nil` where the document is stored as it is.
    init(_ content: [UInt8], number: Int, validators: Validators, gzipBlock: Int?) {
        self.content = content
        self.stored = gzipBlock.map { GzipFile.made(of: content, block: $0) } ?? content
        switch validators.tag {
        case .none: self.eTag = nil
        case .weak: self.eTag = "W/\"v\(number)\""
        case .strong: self.eTag = "\"v\(number)\""
        }
        self.lastModified = validators.isDated ? "Tue, 24 Nov 2026 11:0\(number):00 GMT" : nil
    }

    /// What tells one version from another.
    struct Validators: Sendable {
        var tag: Tag
        var isDated: Bool

        /// Whether a host that has them tells versions apart; a weak tag alone promises nothing.
        var areAny: Bool { tag == .strong || isDated }

        enum Tag: Sendable {
            case none, weak, strong
        }
    }

    /// Bytes that no shift or repetition leaves as they are; they begin as JSON does.
    static func bytes(_ count: Int, seed: UInt64) -> [UInt8] {
        var state = seed
        var bytes = (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
        if count > 0 { bytes[0] = UInt8(ascii: "{") }
        return bytes
    }

    /// The same bytes but for three, none of them the first; an object that is too short for that grows instead.
    static func damaged(_ bytes: [UInt8], by dice: Dice) -> [UInt8] {
        guard bytes.count > 3 else { return bytes + [0, 1, 2] }
        var changed = bytes
        var places: Set<Int> = []
        while places.count < 3 { places.insert(dice.within(1...bytes.count - 1)) }
        for place in places { changed[place] ^= UInt8(dice.within(1...255)) }
        return changed
    }
}
