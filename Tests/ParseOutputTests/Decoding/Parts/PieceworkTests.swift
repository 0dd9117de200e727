import ParseModels
import Testing

@testable import ParseOutput

/// How often the bytes of an element that arrives in pieces are looked at, counted instead of timed.
@Suite("Work on elements that arrive in pieces")
struct PieceworkTests {
    /// What reading took, counted by the chunk.
    struct Work: Sendable, Hashable {
        var reads = 0
        var bytes = 0
    }

    /// Reads what the walk hands out, and counts how many bytes that took, tries in vain included.
    struct CountingAssembly<Target: WorkTarget>: ElementAssembly {
        static var target: WalkTarget { Target.target }
        private var work = Work()

        mutating func begin(_ place: OutputPlace) {
            if place == .chunk { work = Work() }
        }

        mutating func read(
            _ value: WalkedValue,
            from reader: inout JSONReader,
            into element: inout Work?
        ) throws(JSONFault) {
            let start = reader.position
            defer { work.bytes += reader.position - start }
            work.reads += 1
            try reader.skipValue()
        }

        mutating func end(_ chunk: WalkedValue, text: () -> [UInt8], in shape: DocumentWalker.Shape?) -> Work? { work }
    }

    protocol WorkTarget { static var target: WalkTarget { get } }
    enum Chunks: WorkTarget { static var target: WalkTarget { .chunks } }
    enum Slices: WorkTarget { static var target: WalkTarget { .slices } }

    @Test(
        "A chunk of many blocks is read block by block, and not again from its start", arguments: [1, 10, 1_000, 1_024])
    func manyBlocks(length: Int) throws {
        let block = #"{"id":"b","content":"\#(String(repeating: "x", count: 100))","polygon":[{"x":1.5,"y":2}]}"#
        for count in [50 * length / 10 + 20, 100 * length / 10 + 40] {
            let blocks = Array(repeating: block, count: min(count, 2_000)).joined(separator: ",")
            let text = "{\"chunks\":[{\"blocks\":[\(blocks)],\"content\":\"c\"}]}"
            let work = try work(Chunks.self, on: text, in: length)
            // Each block once, and where it is cut once for each doubling.
            #expect(work.bytes <= text.utf8.count * (length < block.utf8.count ? 4 : 2), "\(work)")
            #expect(work.reads >= min(count, 2_000))
        }
    }

    @Test("One huge value is tried again only once it has doubled, and once it is whole", arguments: [1, 7, 1_024])
    func hugeValue(length: Int) throws {
        let size = min(2 << 20, length * (usesVectors ? 2_048 : 300))
        for count in [size, size * 2] {
            for value in ["\"content\":\"\(String(repeating: "x", count: count))\"", Self.block(of: count)] {
                let text = "{\"chunks\":[{\(value)}]}"
                let work = try work(Chunks.self, on: text, in: length)
                #expect(work.bytes <= 4 * text.utf8.count, "\(work)")
                #expect(work.reads <= 2 + count.bitWidth - count.leadingZeroBitCount)
            }
        }
    }

    private static func block(of count: Int) -> String {
        #""blocks":[{"later":[\#(Array(repeating: "[1,{}]", count: count / 7).joined(separator: ","))]}]"#
    }

    @Test("Of a slice only what it shows is read", arguments: [1, 33, 1_024])
    func slices(length: Int) throws {
        let content = String(repeating: "]}", count: length * 50)
        let shown = #""type":"section","metadata":{"avgOcrConfidence":1}"#
        for text in ["\"content\":\"\(content)\",\(shown)", "\(shown),\"blocks\":[\"\(content)\"]"] {
            let work = try work(Slices.self, on: "{\"chunks\":[{\(text)}]}", in: length)
            #expect(work.bytes <= 4 * shown.utf8.count && work.reads < 20, "\(work)")
        }
    }

    @Test("A chunk of two megabytes in pieces of a kilobyte is what it is in one")
    func same() {
        let block = #"{"id":"b\n","content":"é","children":[{"id":"c"}]}"#
        let blocks = Array(repeating: block, count: usesVectors ? 40_000 : 2_000).joined(separator: ",")
        let bytes = Array("{\"chunks\":[{\"blocks\":[\(blocks)]}]}".utf8)
        let pieces = stride(from: 0, to: bytes.count, by: 1_024).map { bytes[$0..<min($0 + 1_024, bytes.count)] }
        let outcome = ChunkDecoder().outcome(of: pieces)
        #expect(outcome.error == nil && outcome == ChunkDecoder().outcome(of: bytes))
        let slices = ChunkSliceDecoder().outcome(of: pieces)
        #expect(slices.error == nil && slices == ChunkSliceDecoder().outcome(of: bytes))
    }

    /// What reading the only chunk of a document takes that comes in pieces of a length.
    private func work<Target: WorkTarget>(_: Target.Type, on text: String, in length: Int) throws -> Work {
        let bytes = Array(text.utf8)
        var stream = ElementStream(CountingAssembly<Target>(), limits: .standard)
        var work: [Work] = []
        for start in stride(from: 0, to: bytes.count, by: length) {
            stream.push(bytes[start..<min(start + length, bytes.count)].span)
            while let element = try stream.next() { work.append(element) }
        }
        try #require(work.count == 1)
        return work[0]
    }
}
