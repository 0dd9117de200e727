#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file that is written from its start, a few hundred kilobytes at a time.
struct FileSink: ~Copyable {
    private let descriptor: Int32
    private var pending = JSONBytes()
    private var flushed = 0

    /// The number of bytes so far.
    var count: Int { flushed + pending.count }

    /// Creates the file, or empties it.
    ///
    /// - Parameter path: where it is.
    /// - Throws: why it cannot be written.
    init(path: String) throws(BenchmarkFailure) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard descriptor >= 0 else { throw .system("cannot write \(path)") }
    }

    deinit {
        _ = close(descriptor)
    }

    /// Appends what the closure does.
    mutating func append(_ compose: (inout JSONBytes) -> Void) throws(BenchmarkFailure) {
        compose(&pending)
        if pending.count >= 256 << 10 { try flush() }
    }

    /// Hands everything on to the system.
    mutating func flush() throws(BenchmarkFailure) {
        var start = 0
        while start < pending.count {
            let written = pending.bytes.withUnsafeBytes { bytes in
                write(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
            }
            guard written > 0 else { throw .system("cannot write the file") }
            start += written
        }
        flushed += start
        pending.removeAll()
    }
}
