/// The host of a storage URL, read from its text so that no parser's leniency decides what it is.
struct StorageHost {
    /// The host in lower case, without brackets.
    let name: String

    /// Reads the host between `//` and the next delimiter; `nil` for anything but letters, digits, `-`, `.` and the
    /// bracketed IPv6 loopback address.
    init?(authorityOf url: String) {
        guard let slashes = url.firstRange(of: "://") else { return nil }
        let authority = url[slashes.upperBound...].prefix { !"/?#".contains($0) }
        if authority.hasPrefix("[::1]") {
            self.name = "::1"
            return
        }
        let host = authority.prefix { $0 != ":" }.lowercased()
        let plain = host.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "."):
                true
            default: false
            }
        }
        guard plain, !host.isEmpty, host.utf8.count <= 253 else { return nil }
        self.name = host
    }

    var isLoopback: Bool {
        name == "localhost" || name == "::1" || name == "127.0.0.1"
    }

    /// A name that the public DNS can hold.
    ///
    /// A last label that begins with a digit could be read as an IP address.
    var isPublicName: Bool {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, last.first?.isLetter == true else { return false }
        guard labels.allSatisfy({ !$0.isEmpty && $0.count <= 63 && $0.first != "-" && $0.last != "-" }) else {
            return false
        }
        return !Self.reserved.contains(String(last))
    }

    /// Domains that never resolve publicly: what answers there is inside somebody's network.
    private static let reserved: Set<String> = ["localhost", "local", "internal", "intranet", "lan", "home", "corp"]
}
