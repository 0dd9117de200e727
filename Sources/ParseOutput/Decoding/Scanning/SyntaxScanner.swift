/// Checks a stream of JSON byte by byte against RFC 8259, and stops where a value of interest begins or ends.
///
/// It keeps its whole state between calls, so that any cut of the same bytes gives the same events and faults, and it
/// keeps no bytes. Values at ``watchedDepth`` are announced; what is nested deeper passes in one go. Whoever is told of
/// a value may read it by other means and let the scanner go on behind it.
struct SyntaxScanner: Sendable {
    /// What a call came upon.
    enum Event {
        /// A value of the given type begins at `position`; its first byte has not been taken yet.
        case valueBegins(JSONKind)

        /// The value announced last, or the container around it, ended before `position`.
        case valueEnds
    }

    /// The offset in the document of the next byte to take.
    private(set) var position: Int64 = 0

    /// The number of containers around the values to announce.
    var watchedDepth = 0

    /// Whether the limits on strings, numbers and members apply: what is skipped costs no memory.
    var isLimited = false

    /// The name of the member at `watchedDepth` that was read last.
    var key = MemberKey()

    /// Whether the document's value is complete.
    var isComplete: Bool { expectation == .nothing }

    /// The number of containers that are open.
    var depth: Int { containers.count }

    /// Whether a watched value must come next and has not been announced.
    var isBeforeWatchedValue: Bool {
        containers.count == watchedDepth && token == .none && !isAnnounced
            && (expectation == .value || expectation == .elementOrEnd || expectation == .colon)
    }

    // MARK: State, touched by this type's own files only

    let limits: DecodingLimits
    var expectation = Expectation.document
    var token = Token.none
    var tokenStart: Int64 = 0
    var string = StringScanner(collectingKey: false)
    var number = NumberScanner()
    var literal = LiteralScanner(.null)
    var isAnnounced = false
    var containers: [Container] = []

    /// The offset up to which containers were looked at as a whole in vain, and how often.
    var lookedUpTo: Int64 = 0
    var vainLooks = 0

    enum Expectation {
        case document, value, elementOrEnd, member, memberOrEnd, colon, commaOrEnd, nothing
    }

    enum Token {
        case none, key, string, number, literal
    }

    struct Container {
        let isObject: Bool
        var members = 0
    }

    init(limits: DecodingLimits) {
        self.limits = limits
    }

    /// Makes a scanner that stands behind an element of an array that is a member of the document's object.
    init(limits: DecodingLimits, behindElementAt offset: Int64) {
        self.init(limits: limits)
        position = offset
        watchedDepth = 2
        containers = [Container(isObject: true, members: 1), Container(isObject: false)]
        expectation = .commaOrEnd
    }

    /// Takes bytes up to the next event.
    ///
    /// - Parameters:
    ///   - bytes: bytes of the document, among them all from `position` on that have arrived.
    ///   - base: the offset in the document of the first of them.
    ///   - stop: the offset not to go beyond.
    /// - Returns: the event, `nil` once all bytes before `stop` are taken.
    /// - Throws: what is not JSON, or exceeds a limit.
    mutating func advance(
        _ bytes: PaddedBytes,
        base: Int64,
        stop: Int64
    ) throws(JSONFault) -> Event? {
        var index = Int(position - base)
        let end = Int(min(Int64(bytes.count), stop - base))
        defer { position = base + Int64(index) }
        while index < end {
            if token == .none {
                let byte = bytes[index]
                if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                    index &+= 1
                } else if let event = try take(bytes, &index, to: end, base: base) {
                    return event
                }
            } else if try proceed(bytes, from: &index, to: end, base: base), endsWatchedValue {
                return .valueEnds
            }
        }
        return nil
    }

    /// Goes on from an element that was announced and has been read by other means to the next one, announcing that.
    mutating func passToAnnouncedSibling(at offset: Int64) {
        position = offset
    }

    /// Goes on behind a value that was announced and has been read by other means.
    mutating func passAnnouncedValue(upTo offset: Int64) {
        position = offset
        isAnnounced = false
        expectation = containers.isEmpty ? .nothing : .commaOrEnd
    }
}
