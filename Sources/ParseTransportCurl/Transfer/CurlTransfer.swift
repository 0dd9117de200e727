import CCurl
import ParseTransport

/// One exchange on the loop's thread: its handle, the pipe to its reader, and when its peer was last heard.
final class CurlTransfer {
    /// Names a transfer to the loop from any thread.
    typealias ID = UInt64

    let id: ID
    let handle: CurlEasyHandle
    let pipe: ResponsePipe
    let request: TransportRequest
    let surroundings: CurlSurroundings
    var headers: CurlHeaderBlock

    /// A fault found here rather than by libcurl; it explains why a callback made libcurl stop.
    var ownFault: TransportError?

    /// Whether a proxy carries the request; only known where its peers are checked.
    var isProxied = false

    /// How the addresses fared that libcurl wanted to connect to.
    var peers = PeerTally()

    /// How often the request was about to be sent; more than once where a pooled connection broke.
    private(set) var sendings = 0

    private var lastHeard = ContinuousClock.now
    private var lastUploaded: Int64 = 0

    init(
        id: ID,
        request: TransportRequest,
        pipe: ResponsePipe,
        library: CurlLibrary,
        trust: TrustStore,
        configuration: CurlTransport.Configuration,
        surroundings: CurlSurroundings
    ) throws(TransportError) {
        self.id = id
        self.request = request
        self.pipe = pipe
        self.surroundings = surroundings
        self.headers = CurlHeaderBlock(limits: configuration.headerLimits)
        self.handle = try CurlEasyHandle(library: library)
        try configure(trust: trust, configuration: configuration)
        try installCallbacks()
    }

    /// Notes that the peer was heard.
    func heard() {
        lastHeard = .now
    }

    /// Notes that the request is about to be sent.
    ///
    /// The silence is counted from here.
    func willSend() {
        sendings += 1
        pipe.requestWillBeSent()
        heard()
    }

    /// When the peer will have been silent for too long, as far as it can be known now.
    ///
    /// Connecting has a limit of its own, and nobody's silence counts while nobody waits for the peer.
    func idleDeadline(at now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        guard let awaitedSince = pipe.awaitedSince, pipe.phase != .notSent else {
            return now + request.timeouts.idle
        }
        return max(awaitedSince, lastHeard) + request.timeouts.idle
    }

    /// Whether the peer has been silent for too long.
    ///
    /// Taking our bytes is not silence.
    func isStalled(at now: ContinuousClock.Instant) -> Bool {
        guard idleDeadline(at: now) <= now else { return false }
        let uploaded = handle.uploadedBytes
        guard uploaded == lastUploaded else {
            lastUploaded = uploaded
            lastHeard = now
            return false
        }
        return true
    }

    /// Tells the reader how the transfer ended.
    func end(_ code: ccurl_code) {
        pipe.end(fault(for: code))
    }

    /// Tells the reader that the peer has been silent for too long.
    func endStalled() {
        let silence = "The peer sent nothing for \(request.timeouts.idle.shown)."
        pipe.end(
            TransportError(
                .timedOut, phase: pipe.phase, message: silence, onReusedConnection: handle.newConnections == 0)
        )
    }
}
