/// Writes invented outputs, every member of every object in every form that the wire may have.
///
/// It knows nothing of the package's types, so that a member forgotten there is missed here.
struct OutputWriter {
    typealias Member = (name: String, write: (inout OutputWriter) -> Void)

    var bytes: [UInt8] = []
    var random: Seeded
    let taste: Taste

    /// What this document is like.
    struct Taste {
        /// Chances in a thousand: of white space between tokens, of a member being left out, null, unknown, a second
        /// time or of another type, of a character that is escaped, and of one that is not ASCII.
        var space = 0
        var missing = 0
        var null = 0
        var unknown = 0
        var second = 0
        var mistyped = 0
        var escaped = 0
        var foreign = 0
        /// Whether members keep the order in which the service writes them.
        var isOrdered = true
        /// How many blocks there are at most in a list, and how deep they are nested.
        var breadth = 3
        var generations = 2
    }

    /// Writes a whole document.
    static func document(_ random: inout Seeded) -> [UInt8] {
        var taste = Taste()
        taste.space = random.pick([0, 0, 20, 300])
        taste.missing = random.pick([0, 100, 400])
        taste.null = random.pick([0, 0, 40])
        taste.unknown = random.pick([0, 0, 60])
        taste.second = random.pick([0, 0, 0, 15])
        taste.mistyped = random.pick([0, 0, 0, 3])
        taste.escaped = random.pick([0, 20, 200])
        taste.foreign = random.pick([0, 30, 300])
        taste.isOrdered = random.happens(400)
        taste.breadth = random.pick([0, 1, 1, 2, 2, 3, 5])
        taste.generations = random.pick([0, 0, 1, 1, 2])
        if random.happens(10) { (taste.breadth, taste.generations) = (1, random.within(10...70)) }
        var writer = OutputWriter(random: Seeded(random.next()), taste: taste)
        writer.space()
        writer.root()
        writer.space()
        return writer.bytes
    }
}

// MARK: - Structure

extension OutputWriter {
    mutating func put(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    mutating func space() {
        while random.happens(taste.space) { put(random.pick([" ", "\n", "\t", "\r", "  ", "\n        "])) }
    }

    mutating func object(_ members: [Member]) {
        var members = members.filter { member in
            !random.happens(Self.needed.contains(member.name) ? taste.missing / 20 : taste.missing)
        }
        if random.happens(taste.second), let again = members.randomElement(using: &random) { members.append(again) }
        if random.happens(taste.unknown) { members.append((unknownName(), { $0.anything(depth: 3) })) }
        if !taste.isOrdered { members.shuffle(using: &random) }
        put("{")
        space()
        for (index, member) in members.enumerated() {
            if index > 0 { comma() }
            name(member.name)
            space()
            put(":")
            space()
            value(member)
            space()
        }
        put("}")
    }

    mutating func array(_ count: Int, _ write: (inout OutputWriter) -> Void) {
        put("[")
        space()
        for index in 0..<count {
            if index > 0 { comma() }
            if random.happens(taste.mistyped) { anything(depth: 1) } else { write(&self) }
            space()
        }
        put("]")
    }

    /// What a document is of little use without, so that most documents have it.
    private static let needed: Set<String> = ["chunks", "output", "status", "start", "end", "x", "y", "number"]

    private mutating func comma() {
        put(",")
        space()
    }

    private mutating func value(_ member: Member) {
        if random.happens(Self.needed.contains(member.name) ? taste.null / 20 : taste.null) {
            put("null")
        } else if random.happens(taste.mistyped) {
            anything(depth: 1)
        } else {
            member.write(&self)
        }
    }

    private mutating func unknownName() -> String {
        let known = ["chunks", "output", "ocr", "blocks", "words", "metadata", "type", "content", "x", "number"]
        return random.pick(
            ["", "later", "object", "a.b", "é", String(repeating: "n", count: random.below(70))] + known)
    }
}
