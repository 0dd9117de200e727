/// How a stored document is encoded, and who undoes it.
enum ContentCoding: String, Sendable, Hashable {
    /// As it is.
    case identity

    /// With gzip, which is undone here: offsets count the encoded bytes.
    case gzip

    /// Somehow, and the transport has undone it: what arrives has no offset in the stored object.
    case undoneByTransport

    /// Reads the header `Content-Encoding`; `nil` for an encoding that is not undone anywhere, and for several.
    ///
    /// - Parameters:
    ///   - text: the header's value, `nil` without one.
    ///   - isUndone: whether the transport undoes encodings by itself.
    init?(_ text: String?, isUndone: Bool) {
        let coding = text?.filter { $0 != " " }.lowercased() ?? ""
        if coding.isEmpty || coding == "identity" {
            self = .identity
        } else if isUndone {
            self = .undoneByTransport
        } else if coding == "gzip" || coding == "x-gzip" {
            self = .gzip
        } else {
            return nil
        }
    }
}
