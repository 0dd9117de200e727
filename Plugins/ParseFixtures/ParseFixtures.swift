import Foundation
import PackagePlugin

/// Checks the recordings of a target while it is built, and makes an accessor for each, in `ParseFixtureGenerator`.
@main
struct ParseFixtures: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        guard let module = target as? SourceModuleTarget else { return [] }
        let recordings = recordings(below: module.directoryURL)
        guard !recordings.isEmpty else {
            Diagnostics.warning(
                "\(target.name) uses ParseFixtures and has no .parserecording file in \(target.directoryURL.path)")
            return []
        }
        let accessors = context.pluginWorkDirectoryURL.appending(path: "ParseFixture.swift")
        let copies = recordings.map {
            context.pluginWorkDirectoryURL.appending(path: "ParseFixture-\($0.lastPathComponent)")
        }
        return [
            .buildCommand(
                displayName: "Checking \(recordings.count) recordings of \(target.name)",
                executable: try context.tool(named: "ParseFixtureGenerator").url,
                arguments: [accessors.path] + recordings.map(\.path),
                inputFiles: recordings,
                outputFiles: [accessors] + copies
            )
        ]
    }

    /// All of a target's recordings, also those in a folder that the manifest copies whole, which hides them from its list
    /// of files.
    private func recordings(below directory: URL) -> [URL] {
        let files = FileManager.default.enumerator(
            at: directory, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        let found = files?.compactMap { $0 as? URL }.filter { $0.pathExtension == "parserecording" } ?? []
        return found.sorted { $0.path < $1.path }
    }
}
