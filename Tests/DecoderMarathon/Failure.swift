/// Something that must not be: what was compared, and how it can be had again.
struct Failure: Error, CustomStringConvertible {
    let what: String
    let document: [UInt8]
    var outcomes: [(name: String, text: String)] = []
    var item = 0

    /// What two failures have in common that are the same.
    var kind: String { String(what.prefix { $0 != ":" }) }

    var description: String {
        var text = "FAILURE in item \(item): \(what)\n"
        for outcome in outcomes { text += "  \(outcome.name): \(outcome.text)\n" }
        text += "document, \(document.count) bytes:\n\(String(decoding: document, as: UTF8.self))\n"
        if String(decoding: document, as: UTF8.self).utf8.elementsEqual(document) { return text }
        let hex = document.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        return text + "which is not UTF-8:\n\(hex.joined(separator: " "))\n"
    }
}
