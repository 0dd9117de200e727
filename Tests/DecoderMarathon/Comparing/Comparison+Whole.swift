import Foundation
import ParseModels
import ParseOutput

/// Documents decoded whole, against everybody else.
extension Comparison {
    /// - Returns: the document read as an output and as a run.
    mutating func readWhole() -> (output: Reading<ParseRunOutput>, run: Reading<ParseRun>) {
        let bytes = bytes
        let output = read { () throws(OutputDecodingError) in try ParseRunOutput(decoding: bytes) }
        return (output, read { () throws(OutputDecodingError) in try ParseRun(decoding: bytes) })
    }

    private mutating func read<Root>(_ decode: () throws(OutputDecodingError) -> Root) -> Reading<Root> {
        var reading = Reading<Root>()
        do throws(OutputDecodingError) { reading.elements = [try decode()] } catch { reading.error = error }
        tally.readings += 1
        tally.note(reading.mark, document: item)
        tally.errors[reading.error?.code.rawValue ?? "none", default: 0] += 1
        return reading
    }

    /// A well-formed document is taken or refused as `JSONDecoder` does it, with the same values.
    mutating func checkCodable<Root: Decodable & RoundedDetails>(
        _ reading: Reading<Root>,
        _ document: StrictValue
    ) throws(Failure) {
        let normal = Normaliser(document, of: bytes)
        let codable: Root
        do {
            codable = try JSONDecoder().decode(Root.self, from: Data(normal.hasChanged ? normal.bytes : bytes))
        } catch {
            guard reading.error == nil else { return }
            throw failure("only JSONDecoder refuses the whole", ("\(Root.self)", reading.mark), ("it", "\(error)"))
        }
        guard let value = reading.elements.first else {
            guard let exception = Self.exception(for: reading.error, normal) else {
                throw failure("JSONDecoder takes the whole", ("\(Root.self)", reading.mark))
            }
            return tally.note(exception)
        }
        if value == codable { return }
        if !normal.inexact.isEmpty, value.withRoundedDetails == codable.withRoundedDetails {
            tally.note(.roundedNumber)
        } else if normal.droppedInDetails > 0 {
            tally.note(.repeatedMemberInDetails)
        } else if normal.inexactInDetails > 0 {
            tally.note(.roundedNumberInKnownDetails)
        } else {
            throw failure("the whole has other values than JSONDecoder's: \(value)\nnot\n\(codable)")
        }
    }

    private static func exception(for error: OutputDecodingError?, _ normal: Normaliser) -> ReviewedException? {
        guard let error else { return nil }
        let offset = Int(error.byteOffset)
        if error.code == .numberOutOfRange, normal.inexact.contains(where: { $0.lowerBound == offset }) {
            return .roundedNumber
        }
        return normal.dropped.contains { $0.contains(offset) } ? .faultInRepeatedMember : nil
    }

    /// What the streaming decoders take of a well-formed document is taken whole, and the other way round.
    func checkWhole(
        _ whole: (output: Reading<ParseRunOutput>, run: Reading<ParseRun>),
        _ chunks: Reading<Chunk>,
        _ ocr: Reading<OCRElement>,
        _ document: StrictValue
    ) throws(Failure) {
        guard Self.reasonToRefuse(document) == nil else { return }
        let isRun = Self.isRun(document)
        let marks = [
            ("ParseRunOutput", whole.output.mark), ("ParseRun", whole.run.mark), ("ChunkDecoder", chunks.mark),
            ("OCRDecoder", ocr.mark),
        ]
        func fail(_ what: String) -> Failure { Failure(what: what, document: bytes, outcomes: marks, item: item) }
        guard let output = isRun ? whole.run.elements.first?.output : whole.output.elements.first else {
            guard chunks.error == nil, ocr.error == nil else { return }
            // Of metadata that come several times before anything tells what the root is, streams look at the last alone.
            let isHeld = document.all("metadata").count > 1 && whole.output.error?.path.hasPrefix("metadata") ?? false
            let isOfRun = isRun && whole.run.error.map { $0.path != "output" && !$0.path.hasPrefix("output.") } ?? false
            guard isOfRun || isHeld else { throw fail("an output that streams is refused as a whole") }
            return
        }
        // What is well-formed is malformed only where something comes twice.
        for error in [chunks.error, ocr.error] where error.map({ $0.code != .malformed }) ?? false {
            throw fail("only a stream refuses it")
        }
        if chunks.error == nil, output.chunks != chunks.elements || output.metadata != chunks.metadata {
            throw fail("ChunkDecoder gives something else than the whole has")
        }
        guard ocr.error == nil else { return }
        let words = ocr.elements.compactMap { if case .word(let word) = $0 { word } else { nil } }
        let lines = ocr.elements.compactMap { if case .line(let line) = $0 { line } else { nil } }
        guard output.ocr?.words ?? [] == words, output.ocr?.lines ?? [] == lines, output.metadata == ocr.metadata else {
            throw fail("OCRDecoder gives something else than the whole has")
        }
    }
}
