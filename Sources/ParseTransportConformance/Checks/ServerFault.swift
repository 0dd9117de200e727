import LoopbackServer
import ParseTransport

/// What a server does wrong, and how every transport has to name it.
struct ServerFault {
    let kind: TransportError.Kind
    let phase: TransportError.Phase
    let answer: LoopbackAnswer
    /// Whether the peer is silent; only then is the idle time short, so that a busy machine is not taken for silence.
    var isSilent = false

    /// The fault that a case is about; `nil` where it is about none of a server's.
    init?(_ rule: TransportConformance, options: TransportConformanceOptions) {
        let limits = options.headerLimits
        switch rule {
        case .resetBeforeHead: self.init(.connectionBroken, .awaitingResponse, .resetBeforeHead)
        case .closeBeforeHead: self.init(.connectionBroken, .awaitingResponse, .closeBeforeAnyByte)
        case .halfHeaderLine: self.init(.connectionBroken, .awaitingResponse, .halfHeaderLine)
        case .halfHeaderBlock: self.init(.connectionBroken, .awaitingResponse, .halfHeaderBlock)
        case .silenceBeforeHead: self.init(.timedOut, .awaitingResponse, .stallBeforeHead, isSilent: true)
        case .garbageStatusLine: self.init(.protocolViolation, .awaitingResponse, .garbageStatusLine)
        case .conflictingLengths: self.init(.protocolViolation, .awaitingResponse, .conflictingContentLengths)
        case .lengthBesideTransferCoding:
            let head = LoopbackAnswer.head(200, [("Content-Length", "5"), ("Transfer-Encoding", "chunked")])
            self.init(.protocolViolation, .awaitingResponse, .steps(.text(head), .text("5\r\nhello\r\n0\r\n\r\n")))
        case .malformedLength:
            let head = LoopbackAnswer.head(200, [("Content-Length", "-5")])
            self.init(.protocolViolation, .awaitingResponse, .steps(.text(head), .text("hello"), .close))
        case .tooManyFields:
            self.init(.headersTooLarge, .awaitingResponse, .headerBlock(fields: limits.fields + 20, bytesEach: 20))
        case .tooManyHeaderBytes:
            let fields = max(1, limits.fields - 10)
            let each = limits.bytes / fields * 5 / 4
            self.init(.headersTooLarge, .awaitingResponse, .headerBlock(fields: fields, bytesEach: each))
        case .endlessHeaderLine:
            let line = "X-Endless: " + String(repeating: "a", count: max(4 << 20, limits.bytes * 4))
            self.init(.headersTooLarge, .awaitingResponse, .steps(.text("HTTP/1.1 200 OK\r\n" + line), .close))
        case .shortBody: self.init(.connectionBroken, .receivingBody, .shortBody)
        case .missingLastChunk: self.init(.connectionBroken, .receivingBody, .missingLastChunk)
        case .badChunkSize: self.init(.protocolViolation, .receivingBody, .badChunkSize)
        case .resetWithinBody: self.init(.connectionBroken, .receivingBody, .resetMidBody)
        case .resetWithinUnknownLength:
            self.init(.connectionBroken, .receivingBody, .steps(.text("HTTP/1.1 200 OK\r\n\r\npart"), .reset))
        case .silenceWithinBody: self.init(.timedOut, .receivingBody, .stallMidBody, isSilent: true)
        default: return nil
        }
    }

    private init(
        _ kind: TransportError.Kind,
        _ phase: TransportError.Phase,
        _ answer: LoopbackAnswer,
        isSilent: Bool = false
    ) {
        self.kind = kind
        self.phase = phase
        self.answer = answer
        self.isSilent = isSilent
    }
}
