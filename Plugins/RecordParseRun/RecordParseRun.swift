import Foundation
import PackagePlugin

/// `swift package record-parse-run`: records a run into a fixture, in the program `ParseRecorder`.
@main
struct RecordParseRun: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let recorder = Process()
        recorder.executableURL = try context.tool(named: "ParseRecorder").url
        recorder.arguments = arguments.enumerated().map { index, argument in
            // The name of a target stands for its fixtures, wherever the target is.
            guard index > 0, arguments[index - 1] == "--to",
                let target = context.package.targets.first(where: { $0.name == argument })
            else { return argument }
            return target.directoryURL.appending(path: "Fixtures").path(percentEncoded: false)
        }
        recorder.currentDirectoryURL = context.package.directoryURL
        try recorder.run()
        recorder.waitUntilExit()
        // The program has said why.
        if recorder.terminationStatus != 0 { exit(recorder.terminationStatus) }
    }
}
