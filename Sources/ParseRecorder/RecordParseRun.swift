import Foundation
import ParseKit

/// The program behind the plugin `record-parse-run`.
@main
struct RecordParseRun {
    static func main() async {
        let (line, status) = await run(
            Array(CommandLine.arguments.dropFirst()),
            environment: ProcessInfo.processInfo.environment,
            directory: URL(fileURLWithPath: FileManager.default.currentDirectoryPath),
            tell: { write($0, to: .standardError) }
        )
        write(line, to: status == 0 ? .standardOutput : .standardError)
        exit(status)
    }

    private static func write(_ line: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data((line + "\n").utf8))
    }

    /// Runs the program.
    ///
    /// - Parameters:
    ///   - words: the command line without the program's name.
    ///   - environment: the variables that the client is made of.
    ///   - directory: the package's directory.
    ///   - transport: what sends the requests to the real service. Default: the platform's.
    ///   - tell: is told how the run stands while it is waited for. Default: nobody is.
    /// - Returns: what is printed, and the exit status: 0 done, 1 failed, 2 wrong usage.
    static func run(
        _ words: [String],
        environment: [String: String],
        directory: URL,
        transport: any Transport = DefaultTransport.shared,
        tell: @escaping @Sendable (String) -> Void = { _ in }
    ) async -> (line: String, status: Int32) {
        let arguments: RecorderArguments
        do throws(UsageError) {
            arguments = try RecorderArguments(words)
        } catch {
            return ("record-parse-run: \(error.message) Try --help.", 2)
        }
        let recorder = Recorder(
            arguments: arguments,
            environment: environment,
            directory: directory,
            transport: transport,
            tell: tell
        )
        do {
            return (try await recorder.record(), 0)
        } catch {
            let line = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
            return ("record-parse-run: \(line)", 1)
        }
    }
}
