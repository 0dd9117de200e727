import ParseModels
import ParseOutput

/// The decoders against `JSONDecoder`.
extension Comparison {
    /// What is not JSON is refused by `JSONDecoder` too, where it looks.
    mutating func checkCodableRefuses(_ fault: StrictFault) throws(Failure) {
        let isTaken = [false, true].contains { isRun in
            CodableReading.decode(ParseRunOutput.self, bytes, isRun: isRun) != nil
        }
        guard isTaken else { return }
        switch fault.token {
        case .string, .number: tally.note(.uncheckedToken)
        case .structure where fault.reason == .tooDeep: tally.note(.depth)
        case .structure where fault.offset == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]): tally.note(.byteOrderMark)
        case .structure where isBehindNumber(fault): tally.note(.uncheckedToken)
        case .structure where isTrailingComma(before: fault): tally.note(.trailingComma)
        default: throw failure("JSONDecoder takes what is not JSON", ("checker", "\(fault)"))
        }
    }

    /// Whether the bad byte is one that numbers are made of, right behind a number.
    private func isBehindNumber(_ fault: StrictFault) -> Bool {
        guard fault.reason == .malformed, fault.offset > 0 else { return false }
        return bytes[fault.offset - 1...fault.offset].allSatisfy { "0123456789.-+eE".utf8.contains($0) }
    }

    private func isTrailingComma(before fault: StrictFault) -> Bool {
        guard fault.reason == .malformed, "]}".utf8.contains(bytes[fault.offset]) else { return false }
        return bytes[..<fault.offset].last { !" \n\r\t".utf8.contains($0) } == UInt8(ascii: ",")
    }

    /// What is JSON is taken or refused alike, with the same values.
    mutating func checkCodable(
        _ chunks: Reading<Chunk>,
        _ blocks: Reading<ChunkBlock>,
        _ ocr: Reading<OCRElement>,
        _ document: StrictValue
    ) throws(Failure) {
        if let exception = Self.reasonToRefuse(document) {
            tally.note(exception)
            guard chunks.error == nil || blocks.error == nil || ocr.error == nil else { return }
            throw failure("it must be refused: \(exception.rawValue)")
        }
        let normal = Normaliser(document, of: bytes)
        let codable = CodableReading(of: normal.hasChanged ? normal.bytes : bytes, isRun: Self.isRun(document))
        if !normal.dropped.isEmpty { tally.note(.repeatedMember) }
        for exception in Set(normal.changes) { tally.note(exception) }
        try compare(chunks, codable.chunks, normal, document) { $0 == $1 }
        try compare(blocks, codable.blocks, normal, document) { $0 == $1 }
        try compare(ocr, codable.ocr, normal, document) { elements, _ in
            let words = elements.compactMap { if case .word(let word) = $0 { word } else { nil } }
            let lines = elements.compactMap { if case .line(let line) = $0 { line } else { nil } }
            return words == codable.ocrElements.words && lines == codable.ocrElements.lines
        }
    }

    private mutating func compare<Element: RoundedDetails>(
        _ reading: Reading<Element>,
        _ codable: CodableReading.Part<Element>?,
        _ normal: Normaliser,
        _ document: StrictValue,
        areEqual: ([Element], [Element]) -> Bool
    ) throws(Failure) {
        switch (reading.error, codable) {
        case (.some, nil):
            return
        case (nil, let codable?):
            if areEqual(reading.elements, codable.elements), reading.metadata == codable.metadata { return }
            let (ours, theirs) = (
                reading.elements.map(\.withRoundedDetails), codable.elements.map(\.withRoundedDetails)
            )
            if normal.inexactInDetails > 0, areEqual(ours, theirs), reading.metadata == codable.metadata {
                tally.note(.roundedNumber)
            } else if normal.droppedInDetails > 0 {
                tally.note(.repeatedMemberInDetails)
            } else if normal.inexactInDetails > 0 {
                tally.note(.roundedNumberInKnownDetails)
            } else {
                throw failure("other values than JSONDecoder's: \(Self.difference(reading, codable))")
            }
        case (nil, nil):
            let refusal = CodableReading.refusal(of: normal.bytes, isRun: Self.isRun(document))
            throw failure("only JSONDecoder refuses it", ("\(Element.self)", reading.mark), ("JSONDecoder", refusal))
        case (let error?, .some):
            guard let exception = exception(for: error, normal, document) else {
                throw failure("JSONDecoder takes it", ("\(Element.self)", reading.mark))
            }
            tally.note(exception)
        }
    }

    private static func difference<Element>(
        _ reading: Reading<Element>,
        _ codable: CodableReading.Part<Element>
    ) -> String {
        guard reading.metadata == codable.metadata else {
            return "\(String(describing: reading.metadata)), not \(String(describing: codable.metadata))"
        }
        for (ours, theirs) in zip(reading.elements, codable.elements) where "\(ours)" != "\(theirs)" {
            return "\(ours)\nnot\n\(theirs)"
        }
        return "\(reading.elements.count) elements, not \(codable.elements.count)"
    }

    /// Why every streaming decoder must refuse a document that `JSONDecoder` may take.
    static func reasonToRefuse(_ document: StrictValue) -> ReviewedException? {
        let isOutput = (document.all("chunks") + document.all("ocr")).contains { !$0.isNull }
        if isOutput, isRun(document) { return .bothShapes }
        let objects = [document] + document.all("output")
        for name in ["chunks", "ocr"] where objects.contains(where: { $0.all(name).count > 1 }) { return .repeatedList }
        return document.all("output").count > 1 ? .repeatedList : nil
    }

    /// Why a decoder alone may refuse a document.
    private func exception(
        for error: OutputDecodingError,
        _ normal: Normaliser,
        _ document: StrictValue
    ) -> ReviewedException? {
        let offset = Int(error.byteOffset)
        if error.code == .malformed, isRepeatedList(at: offset, document) { return .repeatedList }
        if error.code == .numberOutOfRange, normal.inexact.contains(where: { $0.lowerBound == offset }) {
            return .roundedNumber
        }
        return normal.dropped.contains { $0.contains(offset) } ? .faultInRepeatedMember : nil
    }

    /// Whether a value is the second list of a name whose elements are handed out as they pass.
    private func isRepeatedList(at offset: Int, _ document: StrictValue) -> Bool {
        var isRepeated = false
        document.walk { value in
            guard let name = value.members.first(where: { $0.value.range.lowerBound == offset })?.name else { return }
            isRepeated =
                ["blocks", "words", "lines"].contains(name)
                && value.all(name).first?.range.lowerBound != offset
        }
        return isRepeated
    }
}
