import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Takes the secrets out of what was recorded.
///
/// Redacting what is redacted already changes nothing, so that a replay can compare what it is asked with what it has.
struct RecordingRedactor {
    static let mark = "redacted"

    /// The known secrets as they may stand somewhere, the longest first: one may be a part of another.
    private let secrets: [[UInt8]]

    /// Makes a redactor.
    ///
    /// - Parameter secrets: the texts that are secret as such. Default: none but what URLs carry.
    init(secrets: Set<String> = []) {
        let forms = secrets.filter { !$0.isEmpty }.flatMap { secret in
            [secret, Self.percentEncoded(secret), secret.replacing("/", with: "\\/")]
        }
        self.secrets = Set(forms).map { Array($0.utf8) }.sorted { left, right in
            left.count != right.count ? left.count > right.count : left.lexicographicallyPrecedes(right)
        }
    }

    private static func percentEncoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { encoded, byte in
            let character = Character(Unicode.Scalar(byte))
            let isPlain = character.isASCII && (character.isLetter || character.isNumber || "-._~".contains(character))
            let digits = String(byte, radix: 16, uppercase: true)
            encoded += isPlain ? String(character) : "%" + (digits.count == 1 ? "0" : "") + digits
        }
    }

    /// A text of any kind.
    func text(_ text: String) -> String {
        RedactedQueries.text(withoutSecrets(text)) { holdsSecret(Array($0.utf8)[...]) }
    }

    /// The URL of a call of the API: its key is in its header, and its query says what is asked for.
    func callURL(_ url: URL) -> String {
        withoutSecrets(url.absoluteString)
    }

    /// Header fields, of which those stay that are in a set and can be written.
    func fields(_ fields: HeaderFields, keeping names: Set<String>) -> HeaderFields {
        let kept = fields.filter { names.contains($0.name.lowercased()) && $0.isValid }
        return HeaderFields(kept.map { HeaderField(name: $0.name, value: text($0.value)) })
    }

    /// A body: JSON string by string, other text as it is, and what is no text byte by byte.
    func body(_ bytes: [UInt8]) -> [UInt8] {
        if let compact = JSONCompactor.compact(bytes, exchange: jsonString) { return compact }
        if let text = String(validating: bytes, as: UTF8.self) { return Array(self.text(text).utf8) }
        // Each byte as the character of its number, and back.
        let text = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        return self.text(text).unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    /// A string of JSON, as it stands between its quotation marks; `nil` where nothing is secret.
    private func jsonString(_ raw: ArraySlice<UInt8>) -> [UInt8]? {
        let isEscaped = raw.contains(UInt8(ascii: "\\"))
        // Most strings hold nothing that could be one.
        guard isEscaped || RedactedQueries.mayBeNeeded(for: raw) || holdsSecret(raw) else { return nil }
        let quoted = [UInt8(ascii: "\"")] + raw + [UInt8(ascii: "\"")]
        let decoded =
            isEscaped
            ? (try? JSONDecoder().decode(String.self, from: Data(quoted))) ?? String(decoding: raw, as: UTF8.self)
            : String(decoding: raw, as: UTF8.self)
        let redacted = text(decoded)
        guard redacted != decoded else { return nil }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        guard let encoded = try? encoder.encode(redacted) else { return Array(Self.mark.utf8) }
        return Array(encoded.dropFirst().dropLast())
    }

    private func holdsSecret(_ bytes: ArraySlice<UInt8>) -> Bool {
        secrets.contains { !bytes.ranges(of: $0).isEmpty }
    }

    private func withoutSecrets(_ text: String) -> String {
        var bytes = Array(text.utf8)[...]
        var isChanged = false
        for secret in secrets where !bytes.ranges(of: secret).isEmpty {
            isChanged = true
            bytes =
                Array(
                    bytes.split(separator: secret, omittingEmptySubsequences: false).joined(separator: Self.mark.utf8))[
                    ...]
        }
        return isChanged ? String(decoding: bytes, as: UTF8.self) : text
    }
}
