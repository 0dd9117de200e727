import ParseModels
import ParseOutput
import ParseTransport

/// What a recording says of its run last: decoded, with every fault at its line.
struct RecordedAnswer {
    let run: ParseRun
    private(set) var output: ParseRunOutput?

    /// The output as a simulated storage keeps it.
    private(set) var content: SimulatedOutput?

    init(in file: RecordingFile) throws(RecordingError) {
        var last: (run: ParseRun, places: BodyPlaces)?
        // Each of them, as a replay hands out each of them.
        for (exchange, places) in zip(file.recording.exchanges, file.exchangePlaces) where exchange.isRun {
            guard case .bytes(let body) = exchange.body else { continue }
            do throws(OutputDecodingError) {
                last = (try ParseRun(decoding: body), places)
            } catch {
                throw places.error(error, of: "the run")
            }
        }
        guard let (run, places) = last else {
            throw RecordingError("no answer in it is a run: GET …/parse_runs/ID with status 200", line: 1)
        }
        self.run = run
        guard run.status == .processed else { return }
        if let inline = run.output {
            output = inline
            do throws(SimulationError) {
                content = try .output(inline)
            } catch {
                throw RecordingError("\(error)", line: places.firstLine)
            }
        } else {
            try takeDocument(of: file)
        }
    }

    private mutating func takeDocument(of file: RecordingFile) throws(RecordingError) {
        let documents = file.recording.documents
        // The last version of it: another one may have stood there before.
        guard let number = documents.lastIndex(where: { $0.url == run.outputURL?.rawValue }) else { return }
        let places = file.documentPlaces[number]
        guard documents[number].isComplete else {
            throw RecordingError("not all of the output was read when it was recorded", line: places.firstLine)
        }
        do throws(OutputDecodingError) {
            output = try ParseRunOutput(decoding: documents[number].bytes)
        } catch {
            throw places.error(error, of: "the output")
        }
        content = .bytes(documents[number].bytes)
    }
}

extension RecordedExchange {
    /// Whether it is an answer of the API that should be a run.
    fileprivate var isRun: Bool {
        guard !isStorage, method == .get, status == 200, fault == nil else { return false }
        return url.prefix { $0 != "?" }.contains("/parse_runs/")
    }
}
