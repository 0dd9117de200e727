import Foundation
import ParseModels
import ParseOutput

/// What `JSONDecoder` makes of the part of a document that each decoder looks at; `nil` is a refusal.
struct CodableReading {
    var chunks: Part<Chunk>?
    var blocks: Part<ChunkBlock>?
    var ocr: Part<OCRElement>?

    /// Whether the document as a whole is taken.
    var isComplete = false

    struct Part<Element> {
        let elements: [Element]
        let metadata: OutputMetadata?
    }

    /// - Parameter isRun: whether the output lies inside a run.
    init(of bytes: [UInt8], isRun: Bool) {
        if let output = Self.decode(ParseRunOutput.self, bytes, isRun: isRun) {
            isComplete = true
            chunks = Part(elements: output.chunks, metadata: output.metadata)
            blocks = Part(elements: Self.blocks(output.chunks.map(\.blocks)), metadata: output.metadata)
            ocr = Part(elements: [], metadata: output.metadata)
            ocrElements = (output.ocr?.words ?? [], output.ocr?.lines ?? [])
            return
        }
        if let output = Self.decode(ChunksAlone.self, bytes, isRun: isRun) {
            chunks = Part(elements: output.chunks, metadata: output.metadata)
        }
        if let output = Self.decode(BlocksAlone.self, bytes, isRun: isRun) {
            blocks = Part(elements: Self.blocks(output.chunks.map { $0.blocks ?? [] }), metadata: output.metadata)
        }
        if let output = Self.decode(OCRAlone.self, bytes, isRun: isRun) {
            ocr = Part(elements: [], metadata: output.metadata)
            ocrElements = (output.ocr?.words ?? [], output.ocr?.lines ?? [])
        }
    }

    /// Words and lines, whose order in the document `JSONDecoder` does not tell.
    private(set) var ocrElements: (words: [OCRWord], lines: [OCRLine]) = ([], [])

    /// Why `JSONDecoder` refuses the document, for whoever must look into it.
    static func refusal(of bytes: [UInt8], isRun: Bool) -> String {
        do {
            let data = Data(bytes)
            _ =
                isRun
                ? try JSONDecoder().decode(Run<ParseRunOutput>.self, from: data).output
                : try JSONDecoder().decode(ParseRunOutput.self, from: data)
            return "none"
        } catch {
            return "\(error)"
        }
    }

    static func decode<Output: Decodable>(_ type: Output.Type, _ bytes: [UInt8], isRun: Bool) -> Output? {
        let decoder = JSONDecoder()
        let data = Data(bytes)
        return isRun ? try? decoder.decode(Run<Output>.self, from: data).output : try? decoder.decode(type, from: data)
    }

    static func blocks(_ lists: [[Block]]) -> [ChunkBlock] {
        lists.enumerated().flatMap { chunk, blocks in
            blocks.enumerated().map { ChunkBlock(chunkIndex: chunk, index: $0, block: $1) }
        }
    }

    private struct Run<Output: Decodable>: Decodable {
        let output: Output
    }

    private struct ChunksAlone: Decodable {
        let chunks: [Chunk]
        let metadata: OutputMetadata?
    }

    private struct BlocksAlone: Decodable {
        let chunks: [ChunkWithBlocks]
        let metadata: OutputMetadata?

        struct ChunkWithBlocks: Decodable {
            let blocks: [Block]?
        }
    }

    private struct OCRAlone: Decodable {
        let chunks: [Ignored?]
        let ocr: OCRLayer?
        let metadata: OutputMetadata?

        struct Ignored: Decodable {
            init(from decoder: any Decoder) {}
        }
    }
}
