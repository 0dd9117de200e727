import ParseModels
import ParseOutput

/// Every word and line that OCR read, as they arrive.
struct OCRCase: BenchmarkCase {
    let name = "ocr"
    let summary = "OCRDecoder: every word and line; the chunks are skipped"

    func suits(_ workload: Workload) -> Bool { workload == .ocr }

    func run(on input: DocumentInput, first: inout FirstElement) throws -> Tally {
        var tally = Tally()
        try input.decode(with: OCRDecoder(), first: &first) { element in
            switch element {
            case .word(let word): tally.count(wordOf: word.content)
            case .line(let line): tally.count(wordOf: line.content)
            }
        }
        return tally
    }
}
