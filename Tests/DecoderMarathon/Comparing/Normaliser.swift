/// Writes a well-formed document anew without what `JSONDecoder` takes in another way, as far as that does not change
/// what it means.
struct Normaliser {
    private(set) var bytes: [UInt8] = []

    /// What was left out: members that come again later.
    private(set) var dropped: [Range<Int>] = []

    /// Those among them that lie inside a block's details.
    private(set) var droppedInDetails = 0

    /// The exceptions that numbers were changed for.
    private(set) var changes: [ReviewedException] = []

    /// The numbers that only their nearest double makes whole, as far as it does.
    private(set) var inexact: [Range<Int>] = []

    /// How many of them lie inside a block's details.
    private(set) var inexactInDetails = 0

    private let source: [UInt8]

    var hasChanged: Bool { !dropped.isEmpty || !changes.isEmpty }

    init(_ document: StrictValue, of source: [UInt8]) {
        self.source = source
        write(document, isInDetails: false)
    }

    private mutating func write(_ value: StrictValue, isInDetails: Bool) {
        switch value.content {
        case .object(let members):
            list(kept(members, isInDetails: isInDetails), "{", "}") { writer, member in
                writer.bytes += writer.source[member.range.lowerBound..<member.value.range.lowerBound]
                writer.write(member.value, isInDetails: isInDetails || member.name == "details")
            }
        case .array(let elements):
            list(elements, "[", "]") { $0.write($1, isInDetails: isInDetails) }
        case .number:
            write(number: value.range, isInDetails: isInDetails)
        default:
            bytes += source[value.range]
        }
    }

    private mutating func list<Item>(
        _ items: [Item],
        _ opening: Character,
        _ closing: Character,
        _ write: (inout Normaliser, Item) -> Void
    ) {
        bytes += "\(opening)".utf8
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(&self, item)
        }
        bytes += "\(closing)".utf8
    }

    /// The members that count: the last of each name.
    private mutating func kept(_ members: [StrictValue.Member], isInDetails: Bool) -> [StrictValue.Member] {
        var later: Set<String> = []
        var kept: [StrictValue.Member] = []
        for member in members.reversed() {
            if later.insert(member.name).inserted {
                kept.append(member)
            } else {
                dropped.append(member.range)
                if isInDetails { droppedInDetails += 1 }
            }
        }
        return kept.reversed()
    }

    private mutating func write(number range: Range<Int>, isInDetails: Bool) {
        let number = DecimalText(source[range])
        if number.isRounded { inexact.append(range) }
        if isInDetails, number.isRounded { inexactInDetails += 1 }
        if number.isTiny {
            changes.append(.tinyNumber)
            bytes += (number.isNegative ? "-0.0" : "0.0").utf8
        } else if number.isZeroWithExponent {
            changes.append(.zeroWithExponent)
            bytes += (number.isNegative ? "-0.0" : "0.0").utf8
        } else if let plain = number.plain, plain.count > 15 {
            changes.append(.largeWholeNumber)
            bytes += plain.utf8
        } else {
            bytes += source[range]
        }
    }
}
