/// Damages a document at random places, as transfers, disks and bad writers do.
enum Damage {
    static func apply(to bytes: inout [UInt8], with other: () -> [UInt8], _ random: inout Seeded) {
        guard !bytes.isEmpty else { return }
        let place = random.below(bytes.count)
        let length = min(bytes.count - place, random.pick([1, 2, 5, 30, 200]))
        switch random.below(12) {
        case 0: bytes[place] ^= 1 << UInt8(random.below(8))
        case 1: bytes[place] = random.pick(interesting)
        case 2: bytes.insert(random.pick(interesting), at: place)
        case 3: bytes.removeSubrange(place..<place + length)
        case 4: bytes.insert(contentsOf: bytes[place..<place + length], at: random.below(bytes.count))
        case 5: splice(&bytes, other(), at: place, &random)
        case 6: bytes.removeSubrange(place...)
        case 7: swap(&bytes, &random)
        case 8: damageUTF8(&bytes, at: place, &random)
        case 9: damageEscape(&bytes, &random)
        case 10: damageToken(&bytes, &random)
        default: bytes.insert(contentsOf: random.pick(tokens).utf8, at: random.happens(100) ? 0 : place)
        }
    }

    private static func splice(_ bytes: inout [UInt8], _ other: [UInt8], at place: Int, _ random: inout Seeded) {
        guard !other.isEmpty else { return }
        let start = random.below(other.count)
        let part = other[start..<min(other.count, start + random.pick([3, 20, 100, 1_000]))]
        if random.happens(500) {
            bytes.replaceSubrange(place..., with: part)
        } else {
            bytes.insert(contentsOf: part, at: place)
        }
    }

    private static func swap(_ bytes: inout [UInt8], _ random: inout Seeded) {
        let brackets = places(in: bytes) { "{}[]:,\"".utf8.contains($0) }
        guard brackets.count > 1 else { return }
        let first = random.pick(brackets)
        bytes.swapAt(first, random.happens(500) ? random.pick(brackets) : brackets.first { $0 > first } ?? first)
    }

    private static func damageUTF8(_ bytes: inout [UInt8], at place: Int, _ random: inout Seeded) {
        let foreign = places(in: bytes) { $0 >= 0x80 }
        if foreign.isEmpty || random.happens(400) {
            bytes.insert(contentsOf: random.pick(badUTF8), at: place)
        } else if random.happens(500) {
            bytes.remove(at: random.pick(foreign))
        } else {
            bytes[random.pick(foreign)] = UInt8(random.within(0x80...0xFF))
        }
    }

    private static func damageEscape(_ bytes: inout [UInt8], _ random: inout Seeded) {
        let backslashes = places(in: bytes) { $0 == UInt8(ascii: "\\") }
        guard !backslashes.isEmpty else { return bytes.insert(UInt8(ascii: "\\"), at: random.below(bytes.count)) }
        let place = random.pick(backslashes)
        switch random.below(4) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(UInt8(ascii: "\\"), at: place)
        case 2: bytes.replaceSubrange(place..<place, with: random.pick(["\\ud83d", "\\ude00", "\\u12", "\\x"]).utf8)
        default: bytes[min(bytes.count - 1, place + random.within(1...7))] = random.pick(interesting)
        }
    }

    /// Changes what stands outside strings, where a random place seldom lies.
    private static func damageToken(_ bytes: inout [UInt8], _ random: inout Seeded) {
        let found = places(in: bytes) { "0123456789.-+eEtfn:,".utf8.contains($0) }
        guard !found.isEmpty else { return }
        let place = random.pick(found)
        if random.happens(300) { bytes.remove(at: place) } else { bytes[place] = random.pick(interesting) }
    }

    private static func places(in bytes: [UInt8], where isWanted: (UInt8) -> Bool) -> [Int] {
        bytes.indices.filter { isWanted(bytes[$0]) }
    }

    private static let interesting = Array("{}[]\",:\\ 0123eE.-+tfnu/\u{0}\u{1F}\u{7F}é\t\r\n".utf8) + [0xFF, 0xC0]
    private static let tokens = [
        "null", "{}", "[]", "1", ",", "\"\"", "\"a\":", ",\"a\":1", "true,", "1e999", "\u{FEFF}", "{\"x\":", "[[[",
        "]]",
    ]
    private static let badUTF8: [[UInt8]] = [
        [0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8], [0xE2, 0x82],
        [0xF0, 0x9F, 0x98], [0xC3],
    ]
}
