#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A TCP socket on the loopback interface: the few system calls, and what differs between the systems.
struct LoopbackSocket: Sendable {
    struct Failure: Error {
        let call: String
        let code: Int32
    }

    enum Sending {
        case sent(Int)
        case blocked
        case broken
    }

    private let descriptor: Int32

    /// Opens a listening socket on a port that the system picks.
    static func listening() throws -> LoopbackSocket {
        let socket = try bound()
        guard listen(socket.descriptor, 128) == 0 else { throw Failure(call: "listen", code: errno) }
        return socket
    }

    /// Opens a socket that holds a port, picked by the system, and does not listen.
    static func bound() throws -> LoopbackSocket {
        let socket = try LoopbackSocket()
        var address = loopbackAddress(port: 0)
        try withUnsafePointer(to: &address) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                let size = socklen_t(MemoryLayout<sockaddr_in>.size)
                guard bind(socket.descriptor, generic, size) == 0 else { throw Failure(call: "bind", code: errno) }
            }
        }
        return socket
    }

    /// Makes a connection and drops it.
    static func connect(to port: UInt16) {
        connected(to: port)?.close()
    }

    /// Makes a connection; `nil` where nobody takes it.
    static func connected(to port: UInt16) -> LoopbackSocket? {
        guard let socket = try? LoopbackSocket() else { return nil }
        var address = loopbackAddress(port: port)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                #if canImport(Darwin)
                    Darwin.connect(socket.descriptor, generic, socklen_t(MemoryLayout<sockaddr_in>.size))
                #elseif canImport(Musl)
                    Musl.connect(socket.descriptor, generic, socklen_t(MemoryLayout<sockaddr_in>.size))
                #else
                    Glibc.connect(socket.descriptor, generic, socklen_t(MemoryLayout<sockaddr_in>.size))
                #endif
            }
        }
        if result == 0 { return socket }
        socket.close()
        return nil
    }

    private init() throws {
        #if canImport(Glibc)
            let kind = Int32(SOCK_STREAM.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        descriptor = socket(AF_INET, kind, 0)
        guard descriptor >= 0 else { throw Failure(call: "socket", code: errno) }
        // A program that a test starts must not inherit it, or the connection would outlive its closing here.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    private init(accepted descriptor: Int32) {
        self.descriptor = descriptor
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        // Sending gives up now and then, so that a blocked client is noticed and the server can be stopped.
        set(SO_SNDTIMEO, timeval(tv_sec: 0, tv_usec: 200_000))
        set(SO_SNDBUF, Int32(262_144))
        // What an answer sends in steps arrives in steps, and does not wait for the client's delayed acknowledgement.
        set(TCP_NODELAY, Int32(1), of: Int32(IPPROTO_TCP))
        #if canImport(Darwin)
            set(SO_NOSIGPIPE, Int32(1))
        #endif
    }

    func boundPort() throws -> UInt16 {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        try withUnsafeMutablePointer(to: &address) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                guard getsockname(descriptor, generic, &size) == 0 else {
                    throw Failure(call: "getsockname", code: errno)
                }
            }
        }
        return UInt16(bigEndian: address.sin_port)
    }

    func accept() -> LoopbackSocket? {
        while true {
            #if canImport(Darwin)
                let client = Darwin.accept(descriptor, nil, nil)
            #elseif canImport(Musl)
                let client = Musl.accept(descriptor, nil, nil)
            #else
                let client = Glibc.accept(descriptor, nil, nil)
            #endif
            if client >= 0 { return LoopbackSocket(accepted: client) }
            if errno != EINTR && errno != ECONNABORTED { return nil }
        }
    }

    /// Waits for bytes; `nil` once the client has closed the connection.
    func receive() -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &bytes, bytes.count, 0)
            if count > 0 { return Array(bytes[..<count]) }
            if count == 0 || errno != EINTR { return nil }
        }
    }

    /// Waits for the client to close the connection, for that long at most; answers whether it has.
    func isClosed(within duration: Duration) -> Bool {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&entry, 1, Int32(duration / .milliseconds(1))) > 0 else { return false }
        var byte: UInt8 = 0
        return recv(descriptor, &byte, 1, Int32(MSG_PEEK)) <= 0
    }

    func send(_ bytes: ArraySlice<UInt8>) -> Sending {
        #if canImport(Darwin)
            let count = bytes.withUnsafeBytes { Darwin.send(descriptor, $0.baseAddress, $0.count, 0) }
        #elseif canImport(Musl)
            let count = bytes.withUnsafeBytes { Musl.send(descriptor, $0.baseAddress, $0.count, MSG_NOSIGNAL) }
        #else
            let count = bytes.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
        #endif
        if count >= 0 { return .sent(count) }
        return errno == EAGAIN || errno == EINTR ? .blocked : .broken
    }

    /// Lets the closing be a reset instead of an orderly end.
    func resetOnClose() {
        set(SO_LINGER, linger(l_onoff: 1, l_linger: 0))
    }

    func shutDown() {
        _ = shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Wakes whoever waits for bytes, and tells the client nothing.
    func stopReceiving() {
        _ = shutdown(descriptor, Int32(SHUT_RD))
    }

    func close() {
        #if canImport(Darwin)
            _ = Darwin.close(descriptor)
        #elseif canImport(Musl)
            _ = Musl.close(descriptor)
        #else
            _ = Glibc.close(descriptor)
        #endif
    }

    private func set<Value>(_ option: Int32, _ value: Value, of level: Int32 = SOL_SOCKET) {
        withUnsafePointer(to: value) {
            _ = setsockopt(descriptor, level, option, $0, socklen_t(MemoryLayout<Value>.size))
        }
    }

    private static func loopbackAddress(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
