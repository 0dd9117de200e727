extension ResponseHead {
    /// The length of the body that this head announces.
    ///
    /// Two lengths that differ, or a length beside a transfer coding, are how a response is smuggled past a proxy
    /// (RFC 9112, section 6.3): such a head is refused on every transport.
    ///
    /// - Parameter method: the method of the request, since `HEAD` has no body whatever the head says.
    /// - Returns: the number of bytes to come; `nil` where the body is chunked or lasts until the connection closes.
    /// - Throws: ``TransportError/Kind/protocolViolation`` for a length that is ambiguous or no number.
    package func announcedBodyLength(
        answering method: TransportRequest.Method
    ) throws(TransportError) -> Int64? {
        var announced: Int64?
        for text in headers.values(for: "content-length").flatMap({ $0.split(separator: ",") }) {
            let digits = text.filter { $0 != " " && $0 != "\t" }
            guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int64(digits)
            else { throw .ambiguousLength("The response's Content-Length is not a number of bytes.") }
            guard announced == nil || announced == length
            else { throw .ambiguousLength("The response has two Content-Length values that differ.") }
            announced = length
        }
        if announced != nil, headers["transfer-encoding"] != nil {
            throw .ambiguousLength("The response has both a Content-Length and a Transfer-Encoding.")
        }
        return method == .head || status == 204 || status == 304 ? 0 : announced
    }
}

extension TransportError {
    fileprivate static func ambiguousLength(_ message: String) -> TransportError {
        TransportError(.protocolViolation, phase: .awaitingResponse, message: message)
    }
}
