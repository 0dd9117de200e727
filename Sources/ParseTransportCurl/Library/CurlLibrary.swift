import CCurl
import ParseTransport

/// The system's libcurl, loaded once a process and never unloaded.
///
/// `@unchecked Sendable`: the pointer's target is written before `init` returns and only read after; no lock is needed.
struct CurlLibrary: @unchecked Sendable {
    let handle: OpaquePointer

    /// The library of this process, or the one clear error that says what to install.
    static let system = Result { () throws(TransportError) in try CurlLibrary(names: systemNames) }

    /// The OpenSSL build first: it is what the distributions' other programs use.
    static let systemNames = ["libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib"]

    /// Loads the first of the named shared objects that will do.
    init(names: [String]) throws(TransportError) {
        var reason = [CChar](repeating: 0, count: 512)
        var pointers: [UnsafePointer<CChar>] = names.map { UnsafePointer(Self.copy($0)) }
        defer { pointers.forEach { $0.deallocate() } }
        guard let handle = ccurl_open(&pointers, pointers.count, &reason, reason.count) else {
            let text = String(decoding: reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            throw TransportError(
                .unavailable,
                phase: .notSent,
                message: """
                    CurlTransport needs libcurl 7.68 or newer, which was not found (\(text)). Install it with \
                    `apt-get install libcurl4` on Debian and Ubuntu, `dnf install libcurl` on Fedora and RHEL, \
                    `apk add libcurl` on Alpine, or give the client another transport.
                    """
            )
        }
        self.handle = handle
    }

    /// The library's version, such as `8.5.0`.
    var version: String { String(cString: ccurl_version(handle)) }

    private static func copy(_ text: String) -> UnsafeMutablePointer<CChar> {
        let characters = text.utf8CString
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: characters.count)
        copy.initialize(from: Array(characters), count: characters.count)
        return copy
    }
}
