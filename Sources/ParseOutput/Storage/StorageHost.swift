/// The host and the port of a storage URL, read from its text so that no parser's leniency decides what they are.
package struct StorageHost {
    /// The host in lower case, without brackets.
    let name: String

    /// The port, where the URL names one.
    let port: Int?

    /// Reads what stands between the scheme's two slashes and the next delimiter.
    ///
    /// `nil` for another scheme, for fewer or more slashes, which some parsers pass over, and for anything but a name of
    /// letters, digits, `-` and `.` or the bracketed IPv6 loopback address, with a port of digits or none.
    package init?(authorityOf url: String) {
        let schemes = ["https://", "http://"]
        guard let scheme = schemes.first(where: { url.prefix($0.count).lowercased() == $0 }) else { return nil }
        let authority = url.dropFirst(scheme.count).prefix { !"/?#".contains($0) }.lowercased()
        let loopback = "[::1]"
        let host = authority.hasPrefix(loopback) ? loopback[...] : authority.prefix { $0 != ":" }
        let rest = authority[host.endIndex...]
        if rest.isEmpty {
            self.port = nil
        } else {
            guard rest.first == ":", (2...6).contains(rest.count), let port = Self.port(rest.dropFirst()) else {
                return nil
            }
            self.port = port
        }
        if host == loopback {
            self.name = "::1"
        } else {
            guard !host.isEmpty, host.utf8.count <= 253, host.utf8.allSatisfy(Self.isPlain) else { return nil }
            self.name = String(host)
        }
    }

    private static func port(_ digits: Substring) -> Int? {
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        return Int(digits).flatMap { (1...65_535).contains($0) ? $0 : nil }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }

    var isLoopback: Bool {
        name == "localhost" || name == "::1" || name == "127.0.0.1"
    }

    /// A name that the public DNS can hold; an internationalised one in its `xn--` form is as plain as any other.
    ///
    /// A last label that begins with a digit could be read as an IP address.
    package var isPublicName: Bool {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, last.first?.isLetter == true else { return false }
        guard labels.allSatisfy({ !$0.isEmpty && $0.count <= 63 && $0.first != "-" && $0.last != "-" }) else {
            return false
        }
        return !Self.reserved.contains(String(last))
    }

    /// Domains that never resolve publicly: what answers there is inside somebody's network.
    ///
    /// After RFC 6761, 6762, 7686, 8375 and 9476, what is kept out of the root, and what home routers hand out.
    private static let reserved: Set<String> = [
        "localhost", "local", "test", "invalid", "onion", "arpa", "alt",
        "internal", "home", "corp", "mail",
        "localdomain", "intranet", "private", "lan",
    ]
}
