/// What every `Transport` promises, one case a promise, each proved over real sockets of this machine.
///
/// With a transport of your own, this is the whole test:
///
/// ```swift
/// import ParseTransportConformance
/// import ParseTransportCurl
/// import Testing
///
/// @Suite("CurlTransport keeps the contract of a transport", .timeLimit(.minutes(1)))
/// struct CurlConformanceTests {
///     @Test(arguments: TransportConformance.cases())
///     func keepsTheContract(_ rule: TransportConformance) async throws {
///         try await rule.run { CurlTransport(configuration: .standard.with { $0.usesProxyFromEnvironment = false }) }
///     }
/// }
/// ```
///
/// A case makes one transport and a server of its own, misbehaves as its name says, and looks at what comes out. It
/// needs no network, never sleeps, and all cases may run at once. What a transport cannot keep it names in
/// `cases(excluding:)`, with the reason; what it does not claim in its `capabilities` it is not asked.
public enum TransportConformance: String, CaseIterable, Sendable, Hashable {
    // MARK: - The response

    /// Every status is a response with its fields, its length and its body, and never an error.
    ///
    /// Whether a 404 or a 503 ends a download is decided above, by status and fields.
    case everyStatusIsAResponse

    /// `send` returns when the header block is there, and the pieces of the body follow as they arrive.
    ///
    /// A document is decoded while it comes; whoever waits for its end first has it all in memory.
    case headBeforeBody

    /// A chunked body has no length, and its chunks come without their framing.
    ///
    /// Large outputs are often served without their length.
    case unknownLength

    /// A body without length and chunks lasts until the connection closes.
    ///
    /// Plain servers and proxies answer so.
    case closeDelimitedBody

    /// The answer to `HEAD` has the fields of the document, its length among them, and ends with its head.
    ///
    /// Whoever waits for the bytes that the head announces waits for ever.
    case headRequest

    /// A 204 and a 304 have no body, and nobody waits for one.
    ///
    /// A 304 answers the question whether a document has changed.
    case statusWithoutBody

    /// One range of a document, asked for with conditions, comes as a 206 with its `Content-Range`.
    ///
    /// A download goes on from where it broke off by such a request.
    case range

    /// Bytes come as they were sent, unless the transport declares that it decompresses; then they come decompressed.
    ///
    /// A download counts on offsets in what is stored, so what is undone on the way must be known.
    case contentCoding

    /// A body is read once, and says so when somebody tries again.
    ///
    /// A second reader that gets nothing would take that for an empty document.
    case bodyReadOnce

    // MARK: - Its fields

    /// Fields of one name lose no value, and keep the order of their values.
    ///
    /// A dropped `Cache-Control` or `Vary` line changes what a response says.
    case repeatedFields

    /// Fields are handed on in their order, with their names as spelt, each line a field of its own.
    ///
    /// What is recorded or logged is then what came.
    case fieldOrder

    /// A value that is folded over two lines is one value with a space.
    ///
    /// Old servers still fold; the second line is no field, and its first one is not half a value.
    case foldedField

    /// Interim heads (1xx) are passed over, and their fields with them.
    ///
    /// A 103 taken for the answer is a response without a document.
    case interimResponses

    /// Trailers behind a chunked body are neither its bytes nor fields of the head.
    ///
    /// A head that changes after it was handed out cannot be judged by.
    case trailers

    /// A large header block within the limits comes whole.
    ///
    /// Storage hosts and the proxies before them add dozens of fields.
    case largeHeaderBlock

    // MARK: - What is not done on one's own

    /// A redirect to another origin is returned as it came, and the other origin hears nothing.
    ///
    /// A request carries the key; it goes nowhere but where it was sent.
    case redirectToAnotherOrigin

    /// A redirect within the origin is returned as it came, too.
    ///
    /// Whether to follow is decided above, where the URL can be checked.
    case redirectWithinOrigin

    /// A 401 that names a scheme is returned, and nobody asks again with a password from somewhere.
    ///
    /// The client gets itself another key, once for all of its calls.
    case unauthorized

    /// The body of a 401 that names a scheme can be read.
    ///
    /// It says what is wrong with the key.
    case unauthorizedBody

    /// Cookies are neither kept nor sent.
    ///
    /// They would tell a storage host whose requests belong together.
    case noCookies

    /// No answer is kept: the same request twice is two requests, without conditions that nobody asked for.
    ///
    /// A run is polled under one URL, and the old answer would say that it never ends.
    case noCachedAnswers

    // MARK: - The request

    /// The URL's path and query reach the server byte for byte.
    ///
    /// A presigned URL whose escapes are spelt otherwise has another signature.
    case requestTarget

    /// A URL's fragment stays here.
    ///
    /// It is no part of the request.
    case requestFragment

    /// The request's fields arrive with all their values, repeated ones too.
    ///
    /// A lost `If-Match` lets two documents be joined into one.
    case requestFields

    /// A body arrives whole with its length, small or larger than a socket takes at once, and without waiting first.
    ///
    /// A server that knows no `100 Continue` would let the request stall.
    case requestBody

    /// Methods arrive as given, those a transport has no name for, too.
    ///
    /// A method decides whether a request may be repeated.
    case requestMethod

    /// `Content-Length` and `Transfer-Encoding` are the transport's own, whatever the request says.
    ///
    /// Framing that lies is how a request is smuggled past a proxy.
    case requestFraming

    /// A request that cannot be sent without changing its meaning is refused, and nothing is sent.
    ///
    /// `TransportRequest.validate()` does it, called first.
    case invalidRequest

    // MARK: - Faults before the head

    /// A port where nothing listens: `connectionRefused`, nothing sent, and on no reused connection.
    ///
    /// It may be tried again, whatever the method.
    case refusedPort

    /// A name that does not resolve: `hostNotFound`, nothing sent.
    ///
    /// The message is what finds a mistyped base URL.
    case unknownHost

    /// A reset before the head: `connectionBroken` while the response was awaited.
    ///
    /// The request may have been acted on, which decides whether it is repeated.
    case resetBeforeHead

    /// An orderly end before any byte: `connectionBroken` while the response was awaited.
    ///
    /// A server that restarts does so.
    case closeBeforeHead

    /// An end within a header line: `connectionBroken`, and no head.
    ///
    /// Half a field is not a field, and must not end the process either.
    case halfHeaderLine

    /// An end between two header lines: `connectionBroken`, and no head.
    ///
    /// The fields that are missing may be those that matter.
    case halfHeaderBlock

    /// Silence instead of a head: `timedOut` after the request's idle time.
    ///
    /// A stalled proxy would hold a call for ever.
    case silenceBeforeHead

    /// An answer that begins like no HTTP: `protocolViolation`.
    ///
    /// The port speaks something else, and trying for long does not help.
    case garbageStatusLine

    /// Two lengths that differ: `protocolViolation`.
    ///
    /// One of them is somebody else's, and the body would be cut or run over.
    case conflictingLengths

    /// A length beside a transfer coding: `protocolViolation`.
    ///
    /// Two peers that choose differently read different bodies.
    case lengthBesideTransferCoding

    /// A length that is no number: `protocolViolation`.
    ///
    /// A body whose end is guessed is no document.
    case malformedLength

    /// More fields than the limits allow: `headersTooLarge`.
    ///
    /// No peer decides how much memory a head takes.
    case tooManyFields

    /// More bytes of fields than the limits allow: `headersTooLarge`.
    ///
    /// The same in fewer, longer fields.
    case tooManyHeaderBytes

    /// A header line without an end: `headersTooLarge`, before the end is waited for.
    ///
    /// The limit is one on what is taken in, not on what has come whole.
    case endlessHeaderLine

    // MARK: - Faults within the body

    /// Fewer bytes than announced: `connectionBroken` within the body.
    ///
    /// A part that passes for the whole is the worst that can happen to a download.
    case shortBody

    /// A chunked body without its last chunk: `connectionBroken` within the body.
    ///
    /// The last chunk is all that tells the end from a break.
    case missingLastChunk

    /// A chunk size that is no number: `protocolViolation` within the body.
    ///
    /// What follows it cannot be told from the framing.
    case badChunkSize

    /// A reset within a body of a known length: `connectionBroken` within the body.
    ///
    /// The download goes on from there with a range.
    case resetWithinBody

    /// A reset within a body that lasts until the connection closes: `connectionBroken` within the body.
    ///
    /// A reset is no orderly end.
    case resetWithinUnknownLength

    /// Silence within the body: `timedOut` after the request's idle time.
    ///
    /// A reader waits for ever where the network has swallowed the connection.
    case silenceWithinBody

    // MARK: - Cancelling

    /// Cancelling while the head is awaited ends `send` at once with `cancelled`, and closes the connection.
    ///
    /// A view that goes away takes its requests with it.
    case cancelledBeforeHead

    /// Cancelling while a piece is awaited ends reading at once with `cancelled`, and closes the connection.
    ///
    /// What nobody reads is not paid for.
    case cancelledWithinBody

    /// A task that is cancelled already gets `cancelled`, and no response.
    ///
    /// A group that was cancelled shall not start what is left of its work.
    case alreadyCancelled

    /// A cancelled reader of a body gets an error, also where all bytes have arrived, and never a part as the whole.
    ///
    /// A loop that ends without an error has read a document.
    case cancelledReader

    /// Dropping a body that nobody has read closes its connection.
    ///
    /// A response of the wrong status is dropped, however long it is.
    case droppedBody

    /// Leaving the loop over a body closes its connection, also while the response is still held.
    ///
    /// A search that has found its page stops the transfer.
    case leftLoop

    // MARK: - Many at once

    /// Fifty exchanges at once keep to themselves.
    ///
    /// An application loads many outputs together.
    case concurrentExchanges

    /// A body that is not read does not hold up the other exchanges.
    ///
    /// A reader that is slow pauses its own document only.
    case unreadBodyBlocksNobody

    // MARK: - Backpressure, where it is declared

    /// A peer cannot send more than some buffers take while nobody reads; then everything arrives, unharmed.
    ///
    /// Asked of a transport that declares `streamsWithBackpressure`: a download then sends one open request, and holds
    /// no more than it reads.
    case backpressure

    /// A reader that comes later than the idle time finds its body.
    ///
    /// Asked of a transport that declares `streamsWithBackpressure`: its peer is silent because it is held back, which
    /// is no timeout.
    case lateReader

    // MARK: - Connections

    /// A request that asks for a new connection gets one.
    ///
    /// After a 408 or 421 the pooled one would give the same answer. A transport without control over its pool names
    /// that as the reason of an exclusion.
    case newConnection

    /// A request for public addresses is not sent to this machine: `peerRefused`, and no connection is made.
    ///
    /// A URL from outside must not reach into the network. A transport that cannot know the address in time names that
    /// as the reason of an exclusion.
    case peerRule
}
