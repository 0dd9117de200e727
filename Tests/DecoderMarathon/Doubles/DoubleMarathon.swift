import Foundation
import ParseModels
import ParseOutput

/// Puts numbers into documents, and compares what comes out with what the C library makes of each.
struct DoubleMarathon: Sendable {
    let seed: UInt64
    let total: Int

    private static let perDocument = 1_000

    var items: Range<Int> { 0..<(total + Self.perDocument - 1) / Self.perDocument }

    func run(item: Int) throws(Failure) -> Tally {
        var writer = NumberWriter(random: Seeded(~seed, item: item))
        var tally = Tally()
        var finite: [(text: String, value: Double)] = []
        for _ in 0..<min(Self.perDocument, total - item * Self.perDocument) {
            let text = writer.number()
            let value = strtod(text, nil)
            tally.doubles += 1
            if value.isFinite {
                finite.append((text, value))
            } else {
                tally.overflows += 1
                try checkRefused(text, item)
            }
        }
        if finite.count % 2 == 1 { finite.append(("0", 0)) }
        try check(finite, item)
        return tally
    }

    private func check(_ numbers: [(text: String, value: Double)], _ item: Int) throws(Failure) {
        var text = "{\"chunks\":[{\"blocks\":[{\"polygon\":["
        for index in stride(from: 0, to: numbers.count, by: 2) {
            text += "\(index == 0 ? "" : ",")\n{\"x\":\(numbers[index].text),\"y\": \(numbers[index + 1].text) }"
        }
        text += "]}]}]}"
        let bytes = Array(text.utf8)
        // Cut in two as well, so that numbers lie across the end of what has arrived.
        let middle = bytes.count / 2
        let reading = ChunkDecoder().reading(of: [bytes[..<middle], bytes[middle...]])
        let points = reading.elements.first?.blocks.first?.polygon ?? []
        guard reading.error == nil, points.count * 2 == numbers.count else {
            let message = reading.error.map { "\($0)" } ?? "\(points.count) points"
            throw Failure(what: "numbers are refused", document: bytes, outcomes: [("decoder", message)], item: item)
        }
        let values = points.flatMap { [$0.x, $0.y] }
        for (value, number) in zip(values, numbers) where value.bitPattern != number.value.bitPattern {
            throw Failure(
                what: "a double is not the one next to the text",
                document: Array(number.text.utf8),
                outcomes: [
                    ("decoder", "\(value.bitPattern) \(value)"),
                    ("strtod", "\(number.value.bitPattern) \(number.value)"),
                ],
                item: item
            )
        }
    }

    private func checkRefused(_ number: String, _ item: Int) throws(Failure) {
        let start = "{\"chunks\":[{\"blocks\":[{\"boundingBox\":{\"left\":"
        let bytes = Array("\(start)\(number)}}]}]}".utf8)
        let reading = ChunkDecoder().reading(of: [bytes[...]])
        guard reading.error?.code == .numberOutOfRange, reading.error?.byteOffset == Int64(start.utf8.count) else {
            throw Failure(
                what: "a number too large for a double is not refused at its place", document: bytes,
                outcomes: [("decoder", reading.mark)], item: item)
        }
    }
}
