/// Finds the path to a place inside a value, for the error that names it.
///
/// The bytes before the place are well-formed as far as they go. Nothing keeps track of paths while all is well.
struct PathLocator {
    private var frames: [Frame] = []

    private struct Frame {
        let isObject: Bool
        var key: MemberKey?
        var index = 0
        var isBehindItem = false
    }

    /// Finds the path from a value to a place.
    ///
    /// - Parameters:
    ///   - place: the index of the place to find.
    ///   - bytes: the bytes the value lies in.
    ///   - start: the index of the value's first byte.
    /// - Returns: the path, empty for the value itself.
    static func path(to place: Int, in bytes: PaddedBytes, from start: Int) -> DocumentPath {
        var locator = PathLocator()
        locator.walk(bytes, start..<min(max(place, start), bytes.count))
        return locator.path
    }

    private mutating func walk(_ bytes: PaddedBytes, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                frames.append(Frame(isObject: byte == UInt8(ascii: "{")))
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                _ = frames.popLast()
                endItem()
            case UInt8(ascii: ","):
                nextItem()
            case UInt8(ascii: "\""):
                string(bytes, from: index - 1, &index, range.upperBound)
            case 0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: ":"):
                break
            default:
                scalar(bytes, &index, range.upperBound)
            }
        }
    }

    private mutating func string(_ bytes: PaddedBytes, from start: Int, _ index: inout Int, _ end: Int) {
        while index < end, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        let isComplete = index < end
        index = min(index + 1, end)
        guard let frame = frames.last else { return }
        if frame.isObject, frame.key == nil {
            guard isComplete else { return }
            var reader = JSONReader(bytes, at: start, limits: DecodingLimits().with { $0.stringBytes = .max >> 1 })
            frames[frames.count - 1].key = try? reader.takeKey()
        } else if isComplete {
            endItem()
        }
    }

    private mutating func scalar(_ bytes: PaddedBytes, _ index: inout Int, _ end: Int) {
        while index < end, !Self.delimiters.contains(bytes[index]) { index += 1 }
        if index < end { endItem() }
    }

    private static let delimiters: [UInt8] = Array(" \n\r\t,:]}[{\"".utf8)
}

// MARK: - Items

extension PathLocator {
    private mutating func endItem() {
        guard let top = frames.indices.last else { return }
        frames[top].isBehindItem = true
    }

    private mutating func nextItem() {
        guard let top = frames.indices.last else { return }
        frames[top].key = nil
        frames[top].index += 1
        frames[top].isBehindItem = false
    }

    private var path: DocumentPath {
        var path = DocumentPath()
        for frame in frames where !frame.isBehindItem {
            if let key = frame.key {
                path.append(member: key.display)
            } else if !frame.isObject {
                path.append(index: frame.index)
            }
        }
        return path
    }
}
