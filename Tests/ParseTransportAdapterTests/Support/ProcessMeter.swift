#if os(Linux)
    import Foundation

    /// What this process uses, as the kernel counts it.
    enum ProcessMeter {
        struct Unreadable: Error {}

        /// The most memory resident since the last reset, in KiB.
        static func peakMemory() throws -> Int {
            let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
            guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
                let number = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap({
                    Int($0)
                })
            else { throw Unreadable() }
            return number
        }

        /// Lets the peak begin at what is resident now.
        static func resetPeakMemory() throws {
            guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { throw Unreadable() }
            try file.write(contentsOf: Data("5".utf8))
            try file.close()
        }

        /// The processor time of all threads so far.
        static func processorTime() -> Duration {
            var time = timespec()
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
            return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
        }
    }
#endif
