import ParseTransport
import Testing

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

@Suite("Which addresses are public")
struct PeerAddressTests {
    /// The address as the system reads it, so that what is tested is what a socket would hold.
    private func address(_ text: String) throws -> PeerAddress {
        var bytes = [UInt8](repeating: 0, count: text.contains(":") ? 16 : 4)
        try #require(inet_pton(text.contains(":") ? AF_INET6 : AF_INET, text, &bytes) == 1)
        return try #require(PeerAddress(bytes: bytes))
    }

    @Test(
        "E16 The first and the last IPv4 address of every block that is not public, and their neighbours",
        arguments: [
            ("0.0.0.0", "0.255.255.255", nil, "1.0.0.0"),
            ("10.0.0.0", "10.255.255.255", "9.255.255.255", "11.0.0.0"),
            ("100.64.0.0", "100.127.255.255", "100.63.255.255", "100.128.0.0"),
            ("127.0.0.0", "127.255.255.255", "126.255.255.255", "128.0.0.0"),
            ("168.63.129.16", "168.63.129.16", "168.63.129.15", "168.63.129.17"),
            ("169.254.0.0", "169.254.255.255", "169.253.255.255", "169.255.0.0"),
            ("172.16.0.0", "172.31.255.255", "172.15.255.255", "172.32.0.0"),
            ("192.0.0.0", "192.0.0.255", "191.255.255.255", "192.0.1.0"),
            ("192.0.2.0", "192.0.2.255", "192.0.1.255", "192.0.3.0"),
            ("192.88.99.0", "192.88.99.255", "192.88.98.255", "192.88.100.0"),
            ("192.168.0.0", "192.168.255.255", "192.167.255.255", "192.169.0.0"),
            ("198.18.0.0", "198.19.255.255", "198.17.255.255", "198.20.0.0"),
            ("198.51.100.0", "198.51.100.255", "198.51.99.255", "198.51.101.0"),
            ("203.0.113.0", "203.0.113.255", "203.0.112.255", "203.0.114.0"),
            ("224.0.0.0", "239.255.255.255", "223.255.255.255", nil),
            ("240.0.0.0", "255.255.255.255", nil, nil),
        ] as [(String, String, String?, String?)])
    func e16_ipv4(first: String, last: String, before: String?, after: String?) throws {
        #expect(try !address(first).isPublic)
        #expect(try !address(last).isPublic)
        if let before { #expect(try address(before).isPublic) }
        if let after { #expect(try address(after).isPublic) }
    }

    @Test(
        "E16 The same of IPv6",
        arguments: [
            ("::", "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", nil, "2000::"),
            ("2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", "2000:ffff::", "2001:200::"),
            ("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db7:ffff::", "2001:db9::"),
            ("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", "3ffe:ffff::", "3fff:1000::"),
            ("4000::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "3fff:ffff::", nil),
        ] as [(String, String, String?, String?)])
    func e16_ipv6(first: String, last: String, before: String?, after: String?) throws {
        #expect(try !address(first).isPublic)
        #expect(try !address(last).isPublic)
        if let before { #expect(try address(before).isPublic) }
        if let after { #expect(try address(after).isPublic) }
    }

    @Test(
        "E16 What leads into a network, in every disguise",
        arguments: [
            "::1", "::", "169.254.169.254", "fd00:ec2::254", "fd20:ce::254", "100.100.100.200", "192.0.0.192",
            "fc00::1", "fe80::1", "febf::1", "fec0::1", "ff02::1", "100::1", "5f00::1",
            "::ffff:127.0.0.1", "::ffff:10.0.0.5", "::ffff:8.8.8.8", "::127.0.0.1", "::8.8.8.8", "::ffff:0:127.0.0.1",
            "64:ff9b::7f00:1", "64:ff9b::10.0.0.5", "64:ff9b::169.254.169.254", "64:ff9b:1::8.8.8.8",
            "64:ff9b:0:0:0:1:808:808",
            "2002:7f00:1::1", "2002:a00:5::", "2002:c0a8:101::1", "2001:0:7f00:1::", "2001:0:808:808:0:0:f5ff:fffa",
            "2001:2::1", "2001:10::1", "2001:20::1",
        ])
    func e16_inside(text: String) throws {
        #expect(try !address(text).isPublic)
        #expect(try !PeerRule.publicAddresses.admits(address(text)))
        #expect(try PeerRule.any.admits(address(text)))
    }

    @Test(
        "Where the public storages are, also from a network that has IPv6 only",
        arguments: [
            "8.8.8.8", "52.216.0.1", "142.250.1.128", "20.60.0.1", "2600:1fa0:8000::1", "2a00:1450:4001::80",
            "2603:1030::1", "2400:cb00::1", "64:ff9b::52.216.0.1", "2002:808:808::1",
        ])
    func outside(text: String) throws {
        #expect(try address(text).isPublic)
        #expect(try PeerRule.publicAddresses.admits(address(text)))
    }

    @Test("What has neither the length of IPv4 nor of IPv6 is no address", arguments: [0, 1, 3, 5, 8, 15, 17, 128])
    func length(count: Int) {
        #expect(PeerAddress(bytes: [UInt8](repeating: 8, count: count)) == nil)
    }

    @Test("An IPv4 address and the IPv6 address of the same number are two")
    func families() throws {
        let number: [UInt8] = [8, 8, 8, 8]
        let short = try #require(PeerAddress(bytes: number))
        let long = try #require(PeerAddress(bytes: [UInt8](repeating: 0, count: 12) + number))
        #expect(short != long)
        #expect(short.isPublic)
        #expect(!long.isPublic)
    }

    @Test("A request may be sent anywhere unless it says otherwise")
    func defaultRule() throws {
        let request = try TransportRequest(.get, "https://h/")
        #expect(request.peers == .any)
        var checked = request
        checked.peers = .publicAddresses
        #expect(checked != request)
    }
}
