import ParseTransport

/// The loops of a transport: one for each rule about peers, each with connections of its own.
///
/// An address is checked when its connection is opened, so a pooled one may only be used under the rule that it was
/// opened under. A new connection for every checked request would cost each a handshake, and the callback before
/// sending, which could look at the peer again, came with 7.80 only and cannot ask for another connection.
struct CurlEventLoops: Sendable {
    private let unchecked: CurlEventLoop
    private let publicAddresses: CurlEventLoop

    init(library: CurlLibrary, configuration: CurlTransport.Configuration, surroundings: CurlSurroundings) {
        func loop() -> CurlEventLoop {
            CurlEventLoop(library: library, configuration: configuration, surroundings: surroundings)
        }
        self.unchecked = loop()
        self.publicAddresses = loop()
    }

    /// The loop that carries requests of a rule; its thread starts with the first of them.
    subscript(_ rule: PeerRule) -> CurlEventLoop {
        switch rule {
        case .any: unchecked
        case .publicAddresses: publicAddresses
        }
    }

    /// Ends the threads.
    func stop() {
        unchecked.stop()
        publicAddresses.stop()
    }
}
