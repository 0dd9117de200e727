/// The IP address at the other end of a connection.
package struct PeerAddress: Sendable, Hashable {
    /// The address as a number, in the lowest ``width`` bits.
    let bits: UInt128

    /// 32 for IPv4, 128 for IPv6.
    let width: Int

    /// Takes an address as it stands in a socket's address, the first byte first.
    ///
    /// - Parameter bytes: four bytes of IPv4 or sixteen of IPv6; for anything else there is no address.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bits = bytes.reduce(0) { $0 << 8 | UInt128($1) }
        self.width = bytes.count * 8
    }

    init(bits: UInt128, width: Int) {
        self.bits = bits
        self.width = width
    }

    /// Whether the address is one that anybody on the internet could reach.
    package var isPublic: Bool {
        guard let block = AddressBlock.special.first(where: { $0.contains(self) }) else { return true }
        return block.carriedIPv4(of: self)?.isPublic ?? false
    }
}
