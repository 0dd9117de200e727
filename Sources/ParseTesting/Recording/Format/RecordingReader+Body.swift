import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension RecordingReader {
    /// Reads a body, of whatever kind its lines are, and notes where it stands.
    mutating func readBody(_ places: inout BodyPlaces) throws(RecordingError) -> [UInt8] {
        guard let line, let first = line.utf8.first else { return [] }
        switch first {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            places.firstLine = number
            return try readJSON(&places)
        case UInt8(ascii: "|"):
            places.firstLine = number
            return readText(&places)
        case UInt8(ascii: "="):
            places.firstLine = number
            return try readBase64()
        default:
            return []
        }
    }

    /// JSON, without the white space between its tokens: up to a blank line, or one that no JSON begins with.
    private mutating func readJSON(_ places: inout BodyPlaces) throws(RecordingError) -> [UInt8] {
        var bytes: [UInt8] = []
        var starts: [Int] = []
        while let line, !line.isEmpty, !line.hasPrefix("!") {
            starts.append(bytes.count)
            var quoting = JSONQuoting()
            for byte in line.utf8 where quoting.takes(byte) || byte != 0x20 && byte != 0x09 && byte != 0x0D {
                bytes.append(byte)
            }
            guard !quoting.isInString else { throw error("a string of the JSON is not closed on its line") }
            advance()
        }
        places.starts = starts
        return bytes
    }

    private mutating func readText(_ places: inout BodyPlaces) -> [UInt8] {
        var lines: [String] = []
        var starts: [Int] = []
        var count = 0
        // An editor may have taken the space at the end of an empty line.
        while let text = take("| ") ?? take("|") {
            starts.append(count)
            count += text.utf8.count + 1
            lines.append(text)
        }
        places.starts = starts
        return Array(lines.joined(separator: "\n").utf8)
    }

    private mutating func readBase64() throws(RecordingError) -> [UInt8] {
        var bytes: [UInt8] = []
        while let text = take("= ") {
            guard let decoded = Data(base64Encoded: text) else {
                throw error("'= ' is followed by base 64", line: number - 1)
            }
            bytes += decoded
        }
        return bytes
    }

    /// Reads what ended the exchange: `! kind phase bytes words`, or `! unread bytes`.
    mutating func readFault() throws(RecordingError) -> RecordedFault? {
        guard let text = take("! ") else { return nil }
        let words = text.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
        if words.count == 2, words[0] == "unread", let count = Int(words[1]), count >= 0 {
            return .unread(after: count)
        }
        guard words.count >= 3, let phase = TransportError.Phase(recorded: words[1]), let count = Int(words[2]),
            count >= 0
        else {
            throw error("a fault is '! KIND PHASE BYTES MESSAGE' or '! unread BYTES'", line: number - 1)
        }
        let kind = TransportError.Kind(rawValue: String(words[0]))
        let message = words.count > 3 ? RecordingWriter.oneLine(words[3]) : "The recorded exchange failed."
        return .error(TransportError(kind, phase: phase, message: message), after: count)
    }
}

extension TransportError.Phase {
    init?(recorded word: Substring) {
        switch word {
        case "notSent": self = .notSent
        case "awaitingResponse": self = .awaitingResponse
        case "receivingBody": self = .receivingBody
        default: return nil
        }
    }
}
