/// Objects and arrays that lie whole among the bytes: where each ends, if it is well-formed.
extension PaddedBytes {
    /// The index behind an object or array, at its opening bracket.
    ///
    /// - Parameters:
    ///   - start: the index of the bracket.
    ///   - limit: the index beyond which it is not looked for.
    ///   - depth: how many containers it may be, itself included; no more than 64 are looked into.
    /// - Returns: `nil` for one that is not well-formed, too deep or too long.
    func endOfContainer(at start: Int, before limit: Int, depth: Int) -> Int? {
        var index = start
        // A bit for each open container, the innermost one's the lowest: whether it is an object.
        var objects: UInt64 = 0
        var level = 0
        var expectation = Expectation.value
        while index < limit {
            let byte = self[index]
            switch expectation {
            case _ where byte <= 0x20:
                guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return nil }
                index &+= 1
            case .memberOrEnd where byte == UInt8(ascii: "}"), .separatorOrEnd where byte == UInt8(ascii: "}"):
                guard objects & 1 == 1 else { return nil }
                index &+= 1
                level &-= 1
                objects &>>= 1
                if level == 0 { return index }
                expectation = .separatorOrEnd
            case .elementOrEnd where byte == UInt8(ascii: "]"), .separatorOrEnd where byte == UInt8(ascii: "]"):
                guard objects & 1 == 0 else { return nil }
                index &+= 1
                level &-= 1
                objects &>>= 1
                if level == 0 { return index }
                expectation = .separatorOrEnd
            case .separatorOrEnd:
                guard byte == UInt8(ascii: ",") else { return nil }
                index &+= 1
                expectation = objects & 1 == 1 ? .member : .value
            case .member, .memberOrEnd:
                guard byte == UInt8(ascii: "\""), let behind = endOfString(at: index) else { return nil }
                index = behind
                while self[index] == 0x20 { index &+= 1 }
                guard self[index] == UInt8(ascii: ":") else { return nil }
                index &+= 1
                expectation = .value
            case .value, .elementOrEnd:
                if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                    guard level < min(depth, 64) else { return nil }
                    level &+= 1
                    let isObject = byte == UInt8(ascii: "{")
                    objects = objects &<< 1 | (isObject ? 1 : 0)
                    expectation = isObject ? .memberOrEnd : .elementOrEnd
                    index &+= 1
                } else {
                    guard let kind = JSONKind(first: byte), let behind = endOfToken(kind, at: index) else { return nil }
                    index = behind
                    expectation = .separatorOrEnd
                }
            }
        }
        return nil
    }

    private enum Expectation {
        case value, elementOrEnd, member, memberOrEnd, separatorOrEnd
    }
}
