import Foundation

/// The most memory the process has held so far.
enum PeakMemory {
    /// The peak in bytes; `nil` where the system does not tell.
    static var bytes: Int64? {
        #if os(Linux)
            let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            return line.flatMap { Int64($0.split(separator: " ", omittingEmptySubsequences: true)[1]) }.map {
                $0 * 1_024
            }
        #else
            var usage = rusage()
            return unsafe getrusage(RUSAGE_SELF, &usage) == 0 ? Int64(usage.ru_maxrss) : nil
        #endif
    }
}
