#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A process of another program, whose standard output is read to its end.
enum ChildProcess {
    /// Runs a program.
    ///
    /// - Parameters:
    ///   - program: its path, or its name to look for.
    ///   - arguments: the words after its name.
    /// - Returns: what it wrote.
    /// - Throws: why it could not run, or how it failed.
    static func output(of program: String, _ arguments: [String]) throws(BenchmarkFailure) -> [UInt8] {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .system("cannot make a pipe") }
        defer { _ = close(ends[0]) }
        let child: pid_t
        do {
            defer { _ = close(ends[1]) }
            child = try spawn(program, arguments, output: ends[1])
        }
        let output = readToEnd(ends[0])
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { throw .system("cannot wait for \(program)") }
        }
        guard status == 0 else { throw BenchmarkFailure("\(arguments.joined(separator: " ")) failed") }
        return output
    }

    private static func spawn(
        _ program: String, _ arguments: [String], output: Int32
    ) throws(BenchmarkFailure) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let code = posix_spawnp(&child, program, &actions, nil, &words, environ)
        guard code == 0 else { throw .system("cannot run \(program)", code: code) }
        return child
    }

    private static func readToEnd(_ descriptor: Int32) -> [UInt8] {
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return output }
            output += buffer[..<count]
        }
    }
}
