/// A block of addresses, written as an address and the number of its bits that all of them share.
struct AddressBlock: Sendable {
    private let start: PeerAddress
    private let prefix: Int
    private let ipv4Offset: Int?

    /// The first block that holds an address decides over it; an address in none of them is public.
    ///
    /// After IANA's special-purpose registries for IPv4 and IPv6, which RFC 6890 began. What these call reachable for a
    /// protocol's own sake, such as `192.0.0.9`, serves no documents and is not told apart.
    static let special: [AddressBlock] = [
        .ipv4(0, 0, 0, 0, prefix: 8),  // this network; 0.0.0.0 reaches the host itself
        .ipv4(10, 0, 0, 0, prefix: 8),  // private (RFC 1918)
        .ipv4(100, 64, 0, 0, prefix: 10),  // shared behind a NAT (RFC 6598); the metadata service 100.100.100.200
        .ipv4(127, 0, 0, 0, prefix: 8),  // loopback
        .ipv4(168, 63, 129, 16, prefix: 32),  // Azure's platform, as every virtual machine there sees it
        .ipv4(169, 254, 0, 0, prefix: 16),  // link-local (RFC 3927); the metadata service 169.254.169.254
        .ipv4(172, 16, 0, 0, prefix: 12),  // private (RFC 1918)
        .ipv4(192, 0, 0, 0, prefix: 24),  // protocol assignments (RFC 6890); the metadata service 192.0.0.192
        .ipv4(192, 0, 2, 0, prefix: 24),  // documentation (RFC 5737)
        .ipv4(192, 88, 99, 0, prefix: 24),  // relays of 6to4, given up (RFC 7526)
        .ipv4(192, 168, 0, 0, prefix: 16),  // private (RFC 1918)
        .ipv4(198, 18, 0, 0, prefix: 15),  // benchmarks (RFC 2544)
        .ipv4(198, 51, 100, 0, prefix: 24),  // documentation (RFC 5737)
        .ipv4(203, 0, 113, 0, prefix: 24),  // documentation (RFC 5737)
        .ipv4(224, 0, 0, 0, prefix: 4),  // multicast
        .ipv4(240, 0, 0, 0, prefix: 4),  // reserved, and the broadcast 255.255.255.255

        // Two ways to reach IPv4 over IPv6: as public as the address inside. A network without IPv4 reaches every
        // server that has nothing else through the first.
        .ipv6(0x64, 0xFF9B, prefix: 96, ipv4Offset: 96),  // NAT64 (RFC 6052)
        .ipv6(0x2002, prefix: 16, ipv4Offset: 16),  // 6to4 (RFC 3056)

        .ipv6(0x2001, prefix: 23),  // protocol assignments (RFC 2928): Teredo, benchmarks, ORCHID
        .ipv6(0x2001, 0xDB8, prefix: 32),  // documentation (RFC 3849)
        .ipv6(0x3FFF, prefix: 20),  // documentation (RFC 9637)

        // Public addresses are given out of 2000::/3 alone. What is around it:
        .ipv6(0x0000, prefix: 3),  // ::, ::1, IPv4-mapped and -compatible, local NAT64 64:ff9b:1::/48
        .ipv6(0x4000, prefix: 2),  // segment routing 5f00::/16
        .ipv6(0x8000, prefix: 1),  // unique local fc00::/7 with fd00:ec2::254, link-local, multicast
    ]

    private static func ipv4(_ bytes: UInt8..., prefix: Int) -> AddressBlock {
        let bits = bytes.reduce(0) { $0 << 8 | UInt128($1) }
        return AddressBlock(start: PeerAddress(bits: bits, width: 32), prefix: prefix, ipv4Offset: nil)
    }

    /// A block of its first groups; those left out are zero.
    private static func ipv6(_ groups: UInt16..., prefix: Int, ipv4Offset: Int? = nil) -> AddressBlock {
        let bits = groups.reduce(0) { $0 << 16 | UInt128($1) } << (128 - 16 * groups.count)
        return AddressBlock(start: PeerAddress(bits: bits, width: 128), prefix: prefix, ipv4Offset: ipv4Offset)
    }

    func contains(_ address: PeerAddress) -> Bool {
        address.width == start.width && (address.bits ^ start.bits) >> (start.width - prefix) == 0
    }

    /// The IPv4 address inside an address of this block, where the block carries any.
    func carriedIPv4(of address: PeerAddress) -> PeerAddress? {
        ipv4Offset.map { offset in
            PeerAddress(bits: address.bits >> (128 - 32 - offset) & UInt128(UInt32.max), width: 32)
        }
    }
}
