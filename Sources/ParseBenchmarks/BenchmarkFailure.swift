#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Why nothing could be measured.
struct BenchmarkFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }

    /// What the system refused, with its own reason.
    static func system(_ what: String, code: Int32 = errno) -> BenchmarkFailure {
        BenchmarkFailure("\(what): \(String(cString: strerror(code)))")
    }
}
