#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Where results and status go: standard output and standard error.
struct Console {
    /// Whether the moving line of status is shown, as it is to a person at a terminal.
    private let isInteractive = isatty(STDERR_FILENO) == 1

    func result(_ text: String) {
        send(text + "\n", to: STDOUT_FILENO)
    }

    /// Replaces the moving line.
    func status(_ line: String) {
        if isInteractive { send("\r\u{1B}[K" + line, to: STDERR_FILENO) }
    }

    /// Takes the moving line away.
    func endStatus() {
        status("")
    }

    func failure(_ line: String) {
        endStatus()
        send("parse-benchmarks: " + line + "\n", to: STDERR_FILENO)
    }

    private func send(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}
