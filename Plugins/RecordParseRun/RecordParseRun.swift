import Foundation
import PackagePlugin

/// `swift package record-parse-run`: records a run into a fixture, in the program `ParseRecorder`.
@main
struct RecordParseRun: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let recorder = Process()
        recorder.executableURL = try context.tool(named: "ParseRecorder").url
        recorder.arguments = arguments
        recorder.currentDirectoryURL = context.package.directoryURL
        try recorder.run()
        recorder.waitUntilExit()
        // The program has said why.
        if recorder.terminationStatus != 0 { exit(recorder.terminationStatus) }
    }
}
