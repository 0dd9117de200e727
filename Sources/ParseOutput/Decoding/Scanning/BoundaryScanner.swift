/// Finds the elements of a parse output in a stream of bytes, and checks everything it passes.
///
/// It walks from the root down to the arrays its target lies in; from there on it tells whole elements. Everything
/// else is checked for being JSON and forgotten.
struct BoundaryScanner: Sendable {
    /// What a call came upon.
    enum Event {
        /// The document turned out to be an output, or a run around one.
        case shape(Shape)

        /// An element is complete.
        case element(ScannedElement)
    }

    /// What the document's root is.
    enum Shape: Sendable {
        case output, run
    }

    /// The root, `nil` while no member has told.
    private(set) var shape: Shape?

    /// Whether the output's chunks, null or not, have been seen.
    private(set) var chunks = Presence.missing

    /// Whether a run's output, null or not, has been seen.
    private(set) var output = Presence.missing

    /// Whether a member has been seen.
    enum Presence: Sendable {
        case missing, null, present
    }

    /// The JSON machine underneath.
    private(set) var syntax: SyntaxScanner

    /// The objects and arrays walked into, from the root on.
    private(set) var frames: [ScanFrame] = []

    private let target: ScanTarget
    private let limits: DecodingLimits
    private var captured: OutputPlace?
    private var captureStart: Int64 = 0

    /// Makes a scanner that stands before the first byte.
    init(target: ScanTarget, limits: DecodingLimits) {
        self.target = target
        self.limits = limits
        self.syntax = SyntaxScanner(limits: limits)
    }

    /// The offset of the first byte that is still needed.
    var neededFrom: Int64 { captured == nil ? syntax.position : captureStart }

    /// The offset where the element under way begins, `nil` outside every element.
    var elementStart: Int64? { captured == nil ? nil : captureStart }

    /// Scans on to the next event.
    ///
    /// - Parameter buffer: holds every byte from ``neededFrom`` on that has arrived.
    /// - Returns: the event, `nil` once all bytes are scanned.
    /// - Throws: the first fault of the document.
    mutating func next(in buffer: InputBuffer) throws(JSONFault) -> Event? {
        while true {
            let event = try syntax.advance(buffer.bytes.span, base: buffer.base, stop: stop)
            switch event {
            case .valueBegins(let kind):
                if let event = try begin(kind) { return .shape(event) }
            case .valueEnds:
                if let element = try end() { return .element(element) }
            case nil:
                try checkLimits(end: buffer.end)
                return nil
            }
        }
    }
}

// MARK: - Limits

extension BoundaryScanner {
    /// The offset not to scan beyond.
    ///
    /// Of an element one byte more than its limit is looked at, as `SyntaxScanner` does for tokens.
    private var stop: Int64 {
        captured == nil ? limits.totalBytes : min(limits.totalBytes, elementStop)
    }

    private var elementStop: Int64 { captureStart + Int64(limits.elementBytes) + 1 }

    private func checkLimits(end: Int64) throws(JSONFault) {
        if captured != nil, syntax.position == elementStop {
            throw elementFault
        }
        if syntax.position == limits.totalBytes, end > limits.totalBytes {
            throw .limit("totalBytes", of: limits.totalBytes, exceededBy: "The document", at: limits.totalBytes)
        }
    }

    private var elementFault: JSONFault {
        .limit("elementBytes", of: Int64(limits.elementBytes), exceededBy: "An element", at: elementStop - 1)
    }
}

// MARK: - Values

extension BoundaryScanner {
    /// Decides what becomes of the value that begins at the scanner's position.
    ///
    /// - Returns: the document's shape where this value tells it.
    private mutating func begin(_ kind: JSONKind) throws(JSONFault) -> Shape? {
        let place = try enter()
        try check(place, is: kind)
        let shape = try learn(from: place, kind)
        switch target.treatment(of: place) {
        case .walk where kind == .object || kind == .array:
            frames.append(ScanFrame(place: place))
            syntax.watchedDepth += 1
        case .capture where place != .metadata || frames.count > 1 || self.shape != .run:
            captured = place
            captureStart = syntax.position
            syntax.isLimited = true
        default:
            break
        }
        return shape
    }

    /// Notes that a value begins in the innermost frame.
    private mutating func enter() throws(JSONFault) -> OutputPlace {
        guard let top = frames.indices.last else { return .root }
        let place = frames[top].beginValue(key: syntax.key)
        guard frames[top].isFirst(place) else {
            let message = "The member '\(syntax.key.display)' comes a second time."
            throw JSONFault(.malformed, at: syntax.position, message)
        }
        return place
    }

    private func check(_ place: OutputPlace, is kind: JSONKind) throws(JSONFault) {
        if place == .root {
            guard kind != .object else { return }
            let message = "The document is \(kind.name), not a parse output or a run."
            throw JSONFault(.notAnOutput, at: syntax.position, message)
        }
        guard target.treatment(of: place) == .walk || place == .chunks else { return }
        let expected: JSONKind = place.isArray ? .array : .object
        guard kind != expected, kind != .null || place == .chunk else { return }
        throw .typeMismatch(expected: expected.name, found: kind, at: syntax.position)
    }

    /// Learns whether the document is an output or a run.
    private mutating func learn(from place: OutputPlace, _ kind: JSONKind) throws(JSONFault) -> Shape? {
        let presence: Presence = kind == .null ? .null : .present
        // A run's own null does not undo the chunks of its output.
        if place == .chunks, chunks != .present { chunks = presence }
        if place == .output { output = presence }
        guard frames.count == 1, kind != .null else { return nil }
        let told: Shape
        switch place {
        case .chunks, .ocr: told = .output
        case .output: told = .run
        default: return nil
        }
        guard shape != told else { return nil }
        guard shape == nil else {
            let message = "The document has the members of an output and of a run at once."
            throw JSONFault(.malformed, at: syntax.position, message)
        }
        shape = told
        return told
    }

    /// Notes that a value ended.
    ///
    /// - Returns: the value, where it is an element.
    private mutating func end() throws(JSONFault) -> ScannedElement? {
        if syntax.depth < frames.count {
            frames.removeLast()
            syntax.watchedDepth -= 1
        }
        defer { if let top = frames.indices.last { frames[top].endValue() } }
        guard let place = captured else { return nil }
        guard syntax.position < elementStop else { throw elementFault }
        captured = nil
        syntax.isLimited = false
        return ScannedElement(
            place: place,
            start: captureStart,
            end: syntax.position,
            depth: frames.count,
            index: frames.last?.index ?? 0,
            chunkIndex: chunkIndex
        )
    }
}
