/// Which addresses a request may be sent to, whatever its host's name resolves to.
///
/// A name that looks harmless can resolve to an address inside the network, and to another one each time it is asked
/// for, so only the address that is really connected to can be judged.
public enum PeerRule: Sendable, Hashable {
    /// Any address.
    case any

    /// Only addresses of the public internet.
    ///
    /// Refused are loopback, private and shared networks, link-local addresses with the clouds' metadata services among
    /// them, multicast, everything reserved, and IPv6 addresses that stand for such an IPv4 address.
    case publicAddresses

    /// Says whether a connection to an address may be made.
    ///
    /// - Parameter peer: the address that the socket is about to be connected to.
    /// - Returns: whether the rule lets it through.
    package func admits(_ peer: PeerAddress) -> Bool {
        switch self {
        case .any: true
        case .publicAddresses: peer.isPublic
        }
    }
}
