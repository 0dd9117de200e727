import Foundation
import ParseKit

/// The main job in one command: waits for a run, streams its output and shows what is in it.
@main
struct Quickstart {
    static func main() async {
        let console = Console.standard
        let status = await run(
            Array(CommandLine.arguments.dropFirst()),
            environment: ProcessInfo.processInfo.environment,
            console: console
        )
        exit(status)
    }

    /// Runs the program.
    ///
    /// - Parameters:
    ///   - arguments: the command line without the program's name.
    ///   - environment: the variables the client is made of.
    ///   - console: where data and status go.
    ///   - time: where time comes from. Default: the system.
    /// - Returns: the exit status: 0 done, 1 failed, 2 wrong usage, 130 interrupted.
    static func run(
        _ arguments: [String],
        environment: [String: String],
        console: Console,
        time: TimeSource = .system
    ) async -> Int32 {
        do {
            let request = try QuickstartArguments(arguments)
            guard !request.wantsHelp else {
                console.data(QuickstartArguments.help)
                return 0
            }
            try await Job(request: request, environment: environment, console: console, time: time).run()
            return 0
        } catch let error as UsageError {
            console.failure("\(error.message) Try --help.")
            return 2
        } catch let error as ParseError where error.code == .cancelled {
            console.failure("interrupted")
            return 130
        } catch {
            console.failure("\(error)")
            return 1
        }
    }
}
