import ParseTransport

/// The header lines of one exchange as libcurl hands them over, put together to a head.
///
/// Interim heads (1xx) come before the final one and are passed over; trailers come after the body and are no part of
/// the head. Both count against the limits.
struct CurlHeaderBlock {
    private let limits: HeaderLimits
    private var byteCount = 0
    private var fieldCount = 0
    private var status: Int?
    private var fields: [(name: String, value: String)] = []

    /// Whether the blank line after the final head has come.
    private(set) var isComplete = false

    init(limits: HeaderLimits) {
        self.limits = limits
    }

    /// Whether a status line has come, and perhaps fields, but not the blank line that ends the block.
    var isCutOff: Bool { !isComplete && status != nil }

    /// Takes one line with its line break.
    ///
    /// Returns the final head with its last line.
    mutating func receive(_ line: UnsafeRawBufferPointer) throws(TransportError) -> ResponseHead? {
        byteCount += line.count
        guard byteCount <= limits.bytes else { throw tooLarge("\(limits.bytes) bytes") }

        let content = line[..<(line.lastIndex { $0 != 0x0D && $0 != 0x0A }.map { $0 + 1 } ?? line.startIndex)]
        if content.isEmpty { return endBlock() }
        if content.starts(with: "HTTP/".utf8), !isComplete, status == nil {
            try begin(content)
        } else if content.first == 0x20 || content.first == 0x09 {
            // Obsolete line folding (RFC 9112, section 5.2): the value goes on.
            guard !fields.isEmpty else { throw violation("The header block begins with a folded line.") }
            fields[fields.count - 1].value += " " + text(content.drop { $0 == 0x20 || $0 == 0x09 })
        } else {
            try append(content)
        }
        return nil
    }

    private mutating func begin(_ line: Slice<UnsafeRawBufferPointer>) throws(TransportError) {
        let code = line.split(separator: 0x20, maxSplits: 2).dropFirst().first.map(text) ?? ""
        guard code.utf8.count == 3, let status = Int(code), (100..<1_000).contains(status) else {
            throw violation("The response's status line holds no status.")
        }
        self.status = status
    }

    private mutating func append(_ line: Slice<UnsafeRawBufferPointer>) throws(TransportError) {
        fieldCount += 1
        guard fieldCount <= limits.fields else { throw tooLarge("\(limits.fields) fields") }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
            throw violation("A line of the response's header block is no header field.")
        }
        if isComplete { return }
        fields.append((text(line[..<colon]), text(line[(colon + 1)...])))
    }

    private mutating func endBlock() -> ResponseHead? {
        guard !isComplete, let status else { return nil }
        self.status = nil
        defer { fields = [] }
        // 101 ends HTTP on this connection; nobody asked for it, and nothing interim follows it.
        guard status >= 200 || status == 101 else { return nil }
        isComplete = true
        return ResponseHead(
            status: status, headers: HeaderFields(fields.map { HeaderField(name: $0.name, value: $0.value) }))
    }

    private func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    private var phase: TransportError.Phase { isComplete ? .receivingBody : .awaitingResponse }

    private func tooLarge(_ limit: String) -> TransportError {
        TransportError(.headersTooLarge, phase: phase, message: "The response's header block is longer than \(limit).")
    }

    private func violation(_ message: String) -> TransportError {
        TransportError(.protocolViolation, phase: phase, message: message)
    }
}
