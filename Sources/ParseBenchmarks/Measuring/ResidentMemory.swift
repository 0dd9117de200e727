#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The memory this process has in use, and the most it has had.
enum ResidentMemory {
    /// The bytes in use; where only the peak is known, the peak.
    static var current: Int { status("VmRSS") ?? ResourceUsage().peakBytes }

    /// The most bytes so far.
    static var peak: Int { status("VmHWM") ?? ResourceUsage().peakBytes }

    /// Lets the peak begin at what is in use now, where the system can.
    static func resetPeak() {
        try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    }

    /// A line of `/proc/self/status`, which counts in KiB.
    private static func status(_ field: String) -> Int? {
        let file = URL(filePath: "/proc/self/status")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
        let line = text.split(separator: "\n").first { $0.hasPrefix(field + ":") }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }.map { $0 << 10 }
    }
}
