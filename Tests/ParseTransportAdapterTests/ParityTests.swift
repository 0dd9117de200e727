import Foundation
import LoopbackServer
import ParseTransport
import Testing

/// A thing that goes wrong, and how every adapter has to name it.
struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let signature: FaultSignature
    let answer: LoopbackAnswer
    /// Why `URLSession` cannot name it so on Linux.
    var impossibleOnLinuxURLSession: String?

    init(
        _ name: String,
        _ kind: TransportError.Kind,
        _ phase: TransportError.Phase,
        _ answer: LoopbackAnswer,
        impossibleOnLinuxURLSession reason: String? = nil
    ) {
        self.name = name
        self.signature = FaultSignature(kind: kind, phase: phase)
        self.answer = answer
        self.impossibleOnLinuxURLSession = reason
    }

    var testDescription: String { name }

    static let all: [Fault] = [
        Fault("reset before the head", .connectionBroken, .awaitingResponse, .resetBeforeHead),
        Fault("close before a byte", .connectionBroken, .awaitingResponse, .closeBeforeAnyByte),
        Fault(
            "half a header line", .connectionBroken, .awaitingResponse, .halfHeaderLine,
            impossibleOnLinuxURLSession:
                "It ends the process: see `LinuxURLSessionTests.halfHeaderBlockEndsTheProcess`."
        ),
        Fault(
            "half a header block", .connectionBroken, .awaitingResponse, .halfHeaderBlock,
            impossibleOnLinuxURLSession:
                "It ends the process: see `LinuxURLSessionTests.halfHeaderBlockEndsTheProcess`."
        ),
        Fault("short body", .connectionBroken, .receivingBody, .shortBody),
        Fault("missing last chunk", .connectionBroken, .receivingBody, .missingLastChunk),
        Fault("bad chunk size", .protocolViolation, .receivingBody, .badChunkSize),
        Fault("reset within the body", .connectionBroken, .receivingBody, .resetMidBody),
        Fault("silence before the head", .timedOut, .awaitingResponse, .stallBeforeHead),
        Fault("silence within the body", .timedOut, .receivingBody, .stallMidBody),
        Fault("no status line", .protocolViolation, .awaitingResponse, .garbageStatusLine),
        Fault("two lengths that differ", .protocolViolation, .awaitingResponse, .conflictingContentLengths),
        Fault(
            "a length beside a transfer coding", .protocolViolation, .awaitingResponse,
            .steps(
                .text(LoopbackAnswer.head(200, [("Content-Length", "5"), ("Transfer-Encoding", "chunked")])),
                .text("5\r\nhello\r\n0\r\n\r\n"))
        ),
        Fault(
            "a length that is no number", .protocolViolation, .awaitingResponse,
            .steps(.text(LoopbackAnswer.head(200, [("Content-Length", "-5")])), .text("hello"), .close)
        ),
        Fault("too many fields", .headersTooLarge, .awaitingResponse, .headerBlock(fields: 120, bytesEach: 20)),
        Fault(
            "too many bytes of fields", .headersTooLarge, .awaitingResponse, .headerBlock(fields: 90, bytesEach: 900)),
    ]
}

@Suite("The same fault has the same kind and phase on every adapter", .timeLimit(.minutes(1)))
struct ParityTests {
    static let impatient = TransportTimeouts(connect: .seconds(5), idle: .milliseconds(100))

    @Test("A fault of the server's", arguments: Fault.all, Adapter.allCases)
    func serverFault(_ fault: Fault, on adapter: Adapter) async throws {
        #if !canImport(Darwin)
            if adapter == .urlSession, fault.impossibleOnLinuxURLSession != nil { return }
        #endif
        let server = try LoopbackServer(always: fault.answer)
        let request = TransportRequest(url: server.url(path: "/f"), timeouts: Self.impatient)
        let error = await adapter.makeTransport().fault(of: request)
        #expect(error?.signature == fault.signature, "\(error?.message ?? "no error")")
    }

    @Test("A port where nothing listens", arguments: Adapter.allCases)
    func refused(on adapter: Adapter) async throws {
        let request = TransportRequest(url: try LoopbackServer.refusingURL(), timeouts: Self.impatient)
        let error = await adapter.makeTransport().fault(of: request)
        #expect(
            error?.signature == FaultSignature(kind: .connectionRefused, phase: .notSent), "\(error?.message ?? "")")
        #expect(error?.onReusedConnection == false)
    }

    // RFC 6761 keeps `.invalid` free of hosts, and resolvers answer it without asking anybody.
    @Test("A host that does not resolve", arguments: Adapter.allCases)
    func unknownHost(on adapter: Adapter) async throws {
        let url = try #require(URL(string: "http://parse.invalid/"))
        let error = await adapter.makeTransport().fault(of: TransportRequest(url: url))
        #expect(error?.signature == FaultSignature(kind: .hostNotFound, phase: .notSent), "\(error?.message ?? "")")
    }

    @Test("A request that cannot be sent", arguments: Adapter.allCases)
    func invalidRequest(on adapter: Adapter) async throws {
        let url = try #require(URL(string: "ftp://127.0.0.1/"))
        let error = await adapter.makeTransport().fault(of: TransportRequest(url: url))
        #expect(error?.signature == FaultSignature(kind: .invalidRequest, phase: .notSent))
    }
}
