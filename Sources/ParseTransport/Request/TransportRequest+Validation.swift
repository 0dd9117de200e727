#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension TransportRequest {
    /// Checks that the request can be sent without changing its meaning on the wire.
    ///
    /// Every transport calls it first: an absolute `http` or `https` URL with a plain host, a port that exists and no
    /// user info, a method and header names that are tokens, header values without control characters, no body with
    /// `HEAD`.
    ///
    /// - Throws: ``TransportError/Kind/invalidRequest`` saying what is wrong, without repeating the offending value.
    public func validate() throws(TransportError) {
        guard let scheme = url.scheme?.lowercased(), scheme == "https" || scheme == "http" else {
            throw .invalidRequest("The URL must be absolute and its scheme https or http.")
        }
        guard let host = url.host, !host.isEmpty else {
            throw .invalidRequest("The URL names no host.")
        }
        // An encoded delimiter in it would make one host here and another on the wire; an IPv6 zone needs its percent.
        guard host.contains(":") || url.host(percentEncoded: true)?.contains("%") == false else {
            throw .invalidRequest("The URL's host holds a percent-encoded character.")
        }
        guard (1...65_535).contains(url.port ?? 443) else {
            throw .invalidRequest("The URL's port is not one of 1 to 65535.")
        }
        guard url.user == nil, url.password == nil else {
            throw .invalidRequest("The URL carries user info; credentials belong in a header field.")
        }
        // What follows a control character or a space would be read as another part of the request.
        guard url.absoluteString.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw .invalidRequest("The URL holds a character that must be percent-encoded.")
        }
        guard HeaderField.isToken(method.rawValue) else {
            throw .invalidRequest("The method is not an HTTP token.")
        }
        guard method != .head || body.isEmpty else {
            throw .invalidRequest("A HEAD request cannot carry a body.")
        }
        for field in headers where !field.isValid {
            throw .invalidRequest(
                HeaderField.isToken(field.name)
                    ? "The value of the header field \(field.name) holds a control or non-ASCII character."
                    : "A header field's name is not an HTTP token."
            )
        }
    }
}

extension TransportError {
    fileprivate static func invalidRequest(_ message: String) -> TransportError {
        TransportError(.invalidRequest, phase: .notSent, message: message)
    }
}
