import CCurl
import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Which addresses a transfer connects to.
extension CurlTransfer {
    /// How the addresses fared that libcurl wanted to connect to.
    struct PeerTally {
        var admitted = 0
        var refused = 0
    }

    /// Lets every address be judged before a socket for it is opened.
    ///
    /// Not where a proxy carries the request: the address would be the proxy's, which is the user's own choice and is
    /// usually a private one, and the host's is chosen by the proxy.
    func installPeerCheck(_ context: UnsafeMutableRawPointer) throws(TransportError) {
        guard request.peers != .any, !isProxied else { return }
        try handle.set(CCURLOPT_OPENSOCKETDATA, context)
        try handle.set(CCURLOPT_OPENSOCKETFUNCTION) { context, _, address in
            guard let address, let transfer = CurlTransfer.from(context) else { return Int32(CCURL_SOCKET_BAD) }
            return transfer.openSocket(to: address)
        }
    }

    /// libcurl goes on to the name's next address where this answers that there is no socket.
    private func openSocket(to address: OpaquePointer) -> Int32 {
        let peer = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(CCURL_LONGEST_IP)) { bytes in
            bytes.baseAddress.flatMap { PeerAddress(bytes: bytes.prefix(ccurl_sockaddr_ip(address, $0))) }
        }
        guard let peer, surroundings.admits(request.peers, peer) else {
            peers.refused += 1
            return Int32(CCURL_SOCKET_BAD)
        }
        peers.admitted += 1
        return ccurl_sockaddr_open(address)
    }

    /// The fault of a transfer that was let through to no address.
    ///
    /// Where one was and could not be reached, that is the fault: it may pass.
    var peerFault: TransportError? {
        guard peers.refused > 0, peers.admitted == 0 else { return nil }
        return TransportError(
            .peerRefused,
            phase: sendings == 0 ? .notSent : pipe.phase,
            message: "The host \(request.url.host ?? "") has no public address, and no other may be connected to."
        )
    }
}
