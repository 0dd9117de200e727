/// Walks through a parse output in a stream of bytes: from the root down to the values its target asks for.
///
/// It stops at each of those, for somebody else to read it. Everything it passes is checked for being JSON and
/// forgotten, save what the target wants to have as it is.
struct DocumentWalker: Sendable {
    /// What a call came upon.
    enum Event {
        /// The document turned out to be an output, or a run around one.
        case shape(Shape)

        /// An object or array begins whose parts are handed out.
        case begins(OutputPlace)

        /// A value begins that is to be read; then ``passCapturedValue(upTo:)`` is to be called.
        case capture(WalkedValue)

        /// A chunk has ended before an offset.
        case ends(WalkedValue, Int64)
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
    private(set) var frames: [WalkFrame] = []

    /// The element under way: a captured one, or a chunk that is put together of its parts.
    private(set) var element: WalkedValue?

    private let target: WalkTarget
    let limits: DecodingLimits
    private var passing: BoundaryScanner?

    /// Makes a walker that stands before the first byte.
    init(target: WalkTarget, limits: DecodingLimits) {
        self.target = target
        self.limits = limits
        self.syntax = SyntaxScanner(limits: limits)
    }

    /// Makes a walker that stands behind a chunk of an output.
    init(target: WalkTarget, limits: DecodingLimits, from position: ResumedPosition) {
        self.target = target
        self.limits = limits
        self.syntax = SyntaxScanner(limits: limits, behindElementAt: position.offset)
        self.shape = .output
        self.chunks = .present
        var root = WalkFrame(place: .root)
        _ = root.beginValue(key: "chunks".utf8.reduce(into: MemberKey()) { $0.append($1) })
        _ = root.isFirst(.chunks)
        self.frames = [root, WalkFrame(place: .chunks, elements: position.chunkCount)]
    }

    /// The offset of the first byte that is still needed.
    var neededFrom: Int64 {
        if target.isPassing, let element { return element.start }
        return syntax.position
    }

    /// Walks on to the next event.
    ///
    /// - Parameters:
    ///   - bytes: every byte from ``neededFrom`` on that has arrived.
    ///   - base: the offset in the document of the first of them.
    /// - Returns: the event, `nil` once all bytes are passed.
    /// - Throws: the first fault of the document.
    @inline(__always)
    mutating func next(in bytes: PaddedBytes, base: Int64) throws(JSONFault) -> Event? {
        while true {
            if passing != nil, try !pass(bytes, base: base) { return nil }
            switch try syntax.advance(bytes, base: base, stop: stop) {
            case .valueBegins(let kind):
                if let event = try begin(kind, bytes, base: base) { return event }
            case .valueEnds:
                if let event = try end() { return event }
            case nil:
                try checkLimits(at: syntax.position, end: base + Int64(bytes.count))
                return nil
            }
        }
    }

    /// Goes on from an element that was captured to the next one, where that follows a comma at once.
    ///
    /// - Returns: the next element, `nil`, and nothing done, where something else may follow.
    @inline(__always)
    mutating func passToSibling(_ bytes: PaddedBytes, at index: Int, base: Int64) -> WalkedValue? {
        guard bytes[index] == UInt8(ascii: ","), bytes[index &+ 1] == UInt8(ascii: "{"), let top = frames.last,
            top.place.isArray, base + Int64(index) + 1 < stop
        else { return nil }
        syntax.passToAnnouncedSibling(at: base + Int64(index) + 1)
        let place = frames[frames.count - 1].beginValue(key: syntax.key)
        if element?.place != .chunk { element = nil }
        let value = value(at: place)
        if element == nil { element = value }
        return value
    }

    /// Goes on behind a value that was captured.
    mutating func passCapturedValue(upTo offset: Int64) {
        syntax.passAnnouncedValue(upTo: offset)
        frames[frames.count - 1].endValue()
        if element?.place != .chunk { element = nil }
    }
}

// MARK: - Values

extension DocumentWalker {
    /// Decides what becomes of the value that begins at the scanner's position.
    @inline(__always)
    private mutating func begin(_ kind: JSONKind, _ bytes: PaddedBytes, base: Int64) throws(JSONFault) -> Event? {
        let place = try enter()
        try check(place, is: kind)
        let shape = try learn(from: place, kind)
        switch target.treatment(of: place) {
        case .walk:
            if place == .chunk, target.holdsChunk {
                element = value(at: place)
                syntax.isLimited = true
            }
            if kind == .object || kind == .array {
                frames.append(WalkFrame(place: place))
                syntax.watchedDepth += 1
            }
            if place == .blocks || place == .chunk { return .begins(place) }
        case .capture where place != .metadata || frames.count > 1 || self.shape != .run:
            let value = value(at: place)
            if element == nil { element = value }
            return .capture(value)
        case .pass:
            passing = BoundaryScanner(first: bytes[Int(syntax.position - base)])
        default:
            break
        }
        return shape.map(Event.shape)
    }

    /// The value that begins at the scanner's position.
    private func value(at place: OutputPlace) -> WalkedValue {
        WalkedValue(
            place: place,
            start: syntax.position,
            depth: frames.count,
            index: frames.last?.index ?? 0,
            chunkIndex: chunkIndex
        )
    }

    /// Passes a value that is held as it is.
    ///
    /// - Returns: whether it has ended.
    private mutating func pass(_ bytes: PaddedBytes, base: Int64) throws(JSONFault) -> Bool {
        let start = Int(syntax.position - base)
        let end = Int(min(Int64(bytes.count), stop - base))
        guard let behind = passing?.scan(bytes, from: start, to: end) else {
            try checkLimits(at: base + Int64(end), end: base + Int64(bytes.count))
            return false
        }
        passing = nil
        syntax.passAnnouncedValue(upTo: base + Int64(behind))
        frames[frames.count - 1].endValue()
        return true
    }

    /// Notes that a value begins in the innermost frame.
    private mutating func enter() throws(JSONFault) -> OutputPlace {
        guard let top = frames.indices.last else { return .root }
        let place = frames[top].beginValue(key: syntax.key)
        guard target.allowsRepeating(place) || frames[top].isFirst(place) else {
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
    /// - Returns: the event, where it is a chunk.
    @inline(__always)
    private mutating func end() throws(JSONFault) -> Event? {
        var ended: WalkedValue?
        if syntax.depth < frames.count {
            if frames.last?.place == .chunk, let chunk = element {
                guard syntax.position <= elementLimit else { throw limitFault }
                ended = chunk
                element = nil
                syntax.isLimited = false
            }
            frames.removeLast()
            syntax.watchedDepth -= 1
        }
        if let top = frames.indices.last { frames[top].endValue() }
        return ended.map { .ends($0, syntax.position) }
    }
}
