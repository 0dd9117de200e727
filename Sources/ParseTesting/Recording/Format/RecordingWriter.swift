import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes the text of a recording.
enum RecordingWriter {
    static func text(of recording: ParseRecording) -> String {
        let exchanges = recording.exchanges.map(section)
        let documents = recording.documents.enumerated().map { section(of: $1, number: $0 + 1) }
        let title = [RecordingReader.title + RecordingReader.version]
        return ([title] + exchanges + documents).map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private static func section(of exchange: RecordedExchange) -> [String] {
        var lines = ["> \(exchange.method) \(exchange.url)"] + fields("> ", exchange.requestHeaders)
        if let status = exchange.status { lines += ["< \(status)"] + fields("< ", exchange.headers) }
        switch exchange.body {
        case .bytes(let bytes): lines += body(bytes)
        case .document(let number): lines.append("@ document \(number)")
        }
        switch exchange.fault {
        case .error(let error, let count):
            lines.append("! \(error.kind) \(error.phase) \(count) \(oneLine(error.message))")
        case .unread(let count): lines.append("! unread \(count)")
        case nil: break
        }
        return lines
    }

    private static func section(of document: RecordedDocument, number: Int) -> [String] {
        ["document \(number) \(document.url)"] + fields("< ", document.headers) + body(document.bytes)
            + (document.isComplete ? [] : ["! incomplete"])
    }

    private static func fields(_ prefix: String, _ fields: HeaderFields) -> [String] {
        fields.map { "\(prefix)\($0.name): \($0.value)" }
    }

    private static func body(_ bytes: [UInt8]) -> [String] {
        guard !bytes.isEmpty else { return [] }
        if let compact = JSONCompactor.compact(bytes) {
            var layout = JSONLayout(compact)
            return layout.lines()
        }
        if !bytes.contains(0x0D), !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) {
            return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
                "| " + String(Substring($0))
            }
        }
        return stride(from: 0, to: bytes.count, by: 57).map { start in
            "= " + Data(bytes[start..<min(start + 57, bytes.count)]).base64EncodedString()
        }
    }

    /// A message as it stands on its line.
    static func oneLine(_ text: some StringProtocol) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }
}
