/// This program, as a child process sees it.
enum Executable {
    /// Its path: where the system says, else what it was called as.
    static var path: String {
        #if os(Linux)
            "/proc/self/exe"
        #else
            CommandLine.arguments.first ?? "parse-benchmarks"
        #endif
    }

    /// Whether it was built to be fast; otherwise its numbers mean nothing.
    static var isOptimized: Bool {
        #if DEBUG
            false
        #else
            true
        #endif
    }

    /// What the toolchain at hand calls itself.
    static var swiftVersion: String {
        guard let output = try? ChildProcess.output(of: "swift", ["--version"]) else { return "unknown" }
        return String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}
