import ParseTransport

/// Reads the text of a recording, line by line.
struct RecordingReader {
    static let title = "extend-parse recording "
    static let version = "1"

    private let lines: [String]
    private var index = 0

    init(_ text: String) {
        // Bytes, as a carriage return and a line feed are one character.
        lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            String(Substring(line.last == 0x0D ? line.dropLast() : line))
        }
    }

    /// The number of the line that is next, from 1.
    var number: Int { index + 1 }

    /// The line that is next; `nil` behind the last one.
    var line: String? { index < lines.count ? lines[index] : nil }

    mutating func advance() {
        index += 1
    }

    /// Takes the next line if it begins so.
    ///
    /// - Returns: what follows the beginning; `nil` for another line, which stays.
    mutating func take(_ prefix: String) -> String? {
        guard let line, line.hasPrefix(prefix) else { return nil }
        index += 1
        return String(line.dropFirst(prefix.count))
    }

    func error(_ message: String, line: Int? = nil) -> RecordingError {
        RecordingError(message, line: line ?? number)
    }

    mutating func read(into file: inout RecordingFile) throws(RecordingError) {
        try readTitle()
        while let line {
            if line.isEmpty || line.hasPrefix("#") {
                advance()
            } else if line.hasPrefix("> ") {
                let (exchange, places) = try readExchange()
                file.recording.exchanges.append(exchange)
                file.exchangePlaces.append(places)
            } else if line.hasPrefix("document ") {
                let (document, places) = try readDocument(number: file.recording.documents.count + 1)
                file.recording.documents.append(document)
                file.documentPlaces.append(places)
            } else {
                throw error("a section begins with '> METHOD URL' or 'document NUMBER URL', behind a blank line")
            }
        }
        try checkNumbers(of: file)
    }

    private mutating func readTitle() throws(RecordingError) {
        guard let line, line.drop(while: { $0 == "\u{FEFF}" }).hasPrefix(Self.title) else {
            throw error("this is no recording: its first line would be '\(Self.title)\(Self.version)'")
        }
        guard line.hasSuffix(Self.title + Self.version) else {
            throw error("the recording is of another version of the format than \(Self.version)")
        }
        advance()
        guard self.line == nil || self.line?.isEmpty == true else { throw error("a blank line follows the title") }
    }

    private mutating func readExchange() throws(RecordingError) -> (RecordedExchange, BodyPlaces) {
        let begin = number
        let words = (take("> ") ?? "").split(separator: " ")
        guard words.count == 2 else { throw error("an exchange begins with '> METHOD URL'", line: begin) }
        var exchange = RecordedExchange(method: .init(rawValue: String(words[0])), url: String(words[1]))
        exchange.requestHeaders = try readFields("> ")
        if let status = take("< ") {
            guard let code = Int(status), (100...999).contains(code) else {
                throw error("'< ' is followed by the status, such as 200", line: number - 1)
            }
            exchange.status = code
            exchange.headers = try readFields("< ")
        }
        var places = BodyPlaces(firstLine: begin)
        if let reference = take("@ document ") {
            guard let number = Int(reference) else {
                throw error("'@ document ' is followed by its number", line: self.number - 1)
            }
            exchange.body = .document(number)
        } else {
            exchange.body = .bytes(try readBody(&places))
        }
        exchange.fault = try readFault()
        guard exchange.status != nil || exchange.fault != nil else {
            throw error("the exchange has neither a status ('< 200') nor a fault ('! kind phase')", line: begin)
        }
        try readEnd()
        return (exchange, places)
    }

    private mutating func readDocument(number: Int) throws(RecordingError) -> (RecordedDocument, BodyPlaces) {
        let begin = self.number
        let words = (take("document ") ?? "").split(separator: " ")
        guard words.count == 2, Int(words[0]) == number else {
            throw error("a document begins with 'document NUMBER URL'; this one is number \(number)", line: begin)
        }
        let headers = try readFields("< ")
        var places = BodyPlaces(firstLine: begin)
        let bytes = try readBody(&places)
        let isComplete = take("! incomplete") == nil
        try readEnd()
        let document = RecordedDocument(
            url: String(words[1]), headers: headers, bytes: bytes, isComplete: isComplete)
        return (document, places)
    }

    private mutating func readFields(_ prefix: String) throws(RecordingError) -> HeaderFields {
        var fields = HeaderFields()
        while let text = take(prefix) {
            guard let colon = text.firstIndex(of: ":") else {
                throw error("a header field is 'Name: value'", line: number - 1)
            }
            let field = HeaderField(name: String(text[..<colon]), value: String(text[text.index(after: colon)...]))
            guard field.isValid else { throw error("a header field is 'Name: value'", line: number - 1) }
            fields.append(name: field.name, value: field.value)
        }
        return fields
    }

    private mutating func readEnd() throws(RecordingError) {
        guard line == nil || line?.isEmpty == true else {
            throw error(
                "this line belongs to no section: see the documentation of ParseRecording for what may stand here")
        }
    }

    private func checkNumbers(of file: RecordingFile) throws(RecordingError) {
        for (exchange, places) in zip(file.recording.exchanges, file.exchangePlaces) {
            guard case .document(let number) = exchange.body else { continue }
            guard (1...max(1, file.recording.documents.count)).contains(number), !file.recording.documents.isEmpty
            else {
                throw error("there is no document \(number) in the recording", line: places.firstLine)
            }
        }
    }
}
