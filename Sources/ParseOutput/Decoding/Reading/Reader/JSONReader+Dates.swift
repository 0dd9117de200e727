import ParseModels

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension JSONReader {
    /// Reads an RFC 3339 date, or null as `nil`.
    mutating func readOptionalDate() throws(JSONFault) -> Date? {
        guard try !takeNull() else { return nil }
        let start = offset(of: position)
        guard let date = RFC3339.parse(try readString()) else {
            throw JSONFault(.typeMismatch, at: start, "Expected an RFC 3339 date, found another string.")
        }
        return date
    }
}
