public import ParseModels

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a ``SimulatedRun`` is parsed into: the bytes of its output, made once.
///
/// Whatever cannot be such bytes, a missing file or one that holds no output, is an error here and not later on.
public struct SimulatedOutput: Sendable, CustomStringConvertible, CustomReflectable {
    /// How many bytes the document has.
    public var byteCount: Int { content.count }

    /// The strong validator that the storage gives the document, quotation marks included.
    public var eTag: String { content.eTag }

    /// How many pages the document has; `nil` where only its bytes are known.
    public let pageCount: Int?

    let content: StoredContent

    /// An invented document, held in memory.
    ///
    /// - Parameters:
    ///   - count: how many pages it has, a chunk each.
    ///   - seed: what everything is drawn from. Default: 1.
    ///   - includesOCR: whether it carries words and lines of OCR. Default: `false`.
    /// - Returns: the output.
    public static func pages(_ count: Int, seed: UInt64 = 1, includesOCR: Bool = false) -> SimulatedOutput {
        let document = SampleDocument(pages: count, seed: seed, includesOCR: includesOCR)
        return SimulatedOutput(pageCount: document.pages, content: StoredContent(Array(document.pieces.joined())))
    }

    /// An invented document of any size, made page by page each time it is read and never held whole.
    ///
    /// It is gone through once here for its length and validator, and again from its beginning for every range.
    ///
    /// - Parameter document: the document.
    /// - Returns: the output.
    public static func document(_ document: SampleDocument) -> SimulatedOutput {
        SimulatedOutput(pageCount: document.pages, content: StoredContent(document))
    }

    /// The output that a value says.
    ///
    /// - Parameter output: the value.
    /// - Returns: the output; the same bytes for the same value in every process.
    /// - Throws: ``SimulationError`` if it holds a number that JSON cannot.
    public static func output(_ output: ParseRunOutput) throws(SimulationError) -> SimulatedOutput {
        do {
            return SimulatedOutput(pageCount: pages(of: output), content: StoredContent(try StableJSON.bytes(output)))
        } catch {
            throw SimulationError(.invalidOutput, "the output cannot be written as JSON: \(reason(error))")
        }
    }

    /// The output that JSON says, byte for byte.
    ///
    /// - Parameter text: the output as the storage hands it out: an object with `chunks`.
    /// - Returns: the output.
    /// - Throws: ``SimulationError`` if it is not such an output. To hand out something else, use ``bytes(_:)``.
    public static func json(_ text: String) throws(SimulationError) -> SimulatedOutput {
        try checked(Array(text.utf8), name: "the JSON")
    }

    /// Bytes as they are, whether they are an output or not.
    ///
    /// - Parameter bytes: the bytes.
    /// - Returns: the output.
    public static func bytes(_ bytes: [UInt8]) -> SimulatedOutput {
        SimulatedOutput(pageCount: nil, content: StoredContent(bytes))
    }

    /// The output that a file holds, byte for byte.
    ///
    /// - Parameter path: the path of a file with an output as the storage hands it out: an object with `chunks`.
    /// - Returns: the output.
    /// - Throws: ``SimulationError`` that names the path, if the file cannot be read or holds no output.
    public static func contents(ofFile path: String) throws(SimulationError) -> SimulatedOutput {
        let bytes: [UInt8]
        do {
            bytes = Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw SimulationError(.invalidOutput, "the file \(path) cannot be read")
        }
        return try checked(bytes, name: "the file \(path)")
    }

    /// The whole document.
    public var bytes: [UInt8] { content.bytes }

    /// The document's size and validator.
    public var description: String { "SimulatedOutput(\(byteCount) bytes, ETag \(eTag))" }

    /// A mirror without the bytes, of which there may be many.
    public var customMirror: Mirror { Mirror(self, children: ["byteCount": byteCount, "eTag": eTag]) }

    private static func checked(_ bytes: [UInt8], name: String) throws(SimulationError) -> SimulatedOutput {
        do {
            let output = try JSONDecoder().decode(ParseRunOutput.self, from: Data(bytes))
            return SimulatedOutput(pageCount: pages(of: output), content: StoredContent(bytes))
        } catch {
            throw SimulationError(.invalidOutput, "\(name) holds no output: \(reason(error))")
        }
    }

    private static func pages(of output: ParseRunOutput) -> Int {
        output.chunks.compactMap { $0.metadata.pageRange?.end }.max() ?? 0
    }

    /// Where and why, without the bytes.
    private static func reason(_ error: any Error) -> String {
        let context: (path: [any CodingKey], text: String)? =
            switch error {
            case DecodingError.dataCorrupted(let context): (context.codingPath, context.debugDescription)
            case DecodingError.keyNotFound(let key, let context): (context.codingPath + [key], "it is not there")
            case DecodingError.typeMismatch(_, let context): (context.codingPath, context.debugDescription)
            case DecodingError.valueNotFound(_, let context): (context.codingPath, context.debugDescription)
            case EncodingError.invalidValue(_, let context): (context.codingPath, context.debugDescription)
            default: nil
            }
        guard let context else { return "it cannot be coded" }
        let path = context.path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
        return path.isEmpty ? context.text : "\(path): \(context.text)"
    }
}
