import Foundation
import Testing

/// A small stream made by another writer, and what it decodes to.
struct GzipFixture: Sendable, CustomTestStringConvertible {
    let name: String
    let decoded: [UInt8]
    let bytes: [UInt8]

    init(_ name: String, _ decoded: [UInt8], _ base64: String) {
        self.name = name
        self.decoded = decoded
        let data = Data(base64Encoded: base64, options: .ignoreUnknownCharacters)
        bytes = [UInt8](data ?? Data())
    }

    var testDescription: String { name }

    /// A document with words that repeat.
    static let document: [UInt8] = {
        let words = ["invoice", "total", "amount", "due", "paid", "tax", "date", "number", "street", "city"]
        let chunks = (0..<9).map { index in
            "{\"id\":\"c\(index)\",\"content\":\"\(words[index * 7 % 10]) \(words[index * 3 % 10]) "
                + "\(index * index * 977)\",\"score\":0.\(index * 37 % 100)}"
        }
        return Array("{\"chunks\":[\(chunks.joined(separator: ","))]}".utf8)
    }()

    /// Bytes so unequally frequent that their codes are from 1 to 15 bits long: as often as the numbers of Fibonacci.
    static let skewed: [UInt8] = {
        var sorted: [UInt8] = []
        var (count, next) = (1, 1)
        for symbol in 0..<16 {
            sorted += [UInt8](repeating: UInt8(symbol * 13), count: count)
            (count, next) = (next, count + next)
        }
        return sorted.indices.map { sorted[$0 * 1009 % sorted.count] }
    }()
}
