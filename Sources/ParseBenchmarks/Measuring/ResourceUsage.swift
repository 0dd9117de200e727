#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The system's account of what this process has cost so far.
struct ResourceUsage {
    /// Seconds of computing, in the program and in the system on its behalf.
    let cpuSeconds: Double

    /// The most memory it ever had, in bytes.
    let peakBytes: Int

    init() {
        var usage = rusage()
        #if canImport(Glibc)
            _ = getrusage(RUSAGE_SELF.rawValue, &usage)
        #else
            _ = getrusage(RUSAGE_SELF, &usage)
        #endif
        cpuSeconds = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
        #if canImport(Darwin)
            peakBytes = Int(usage.ru_maxrss)
        #else
            peakBytes = Int(usage.ru_maxrss) << 10
        #endif
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }
}
