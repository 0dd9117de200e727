import Foundation
import ParseKit
import ParseTesting

/// Records a run: waits for it, fetches its output, and writes what went over the transport.
struct Recorder {
    let arguments: RecorderArguments
    let environment: [String: String]

    /// The package's directory, which paths are relative to.
    let directory: URL

    /// What sends the requests to the real service.
    var transport: any Transport = DefaultTransport.shared

    /// Is told how the run stands, as a wait may take minutes.
    var tell: @Sendable (String) -> Void = { _ in }

    /// Records.
    ///
    /// - Returns: what was recorded and where, in one line.
    /// - Throws: why it could not be.
    func record() async throws -> String {
        let file = try file()
        let recording: ParseRecording
        switch arguments.source {
        case .run(let id):
            let recorder = RecordingTransport(transport)
            recording = try await record(id, .fromEnvironment(environment, transport: recorder), recorder)
        case .simulated(let invented):
            // Time that jumps and chance that repeats, so that the same run is the same bytes.
            let time = ManualClock(.jumping).timeSource
            let run = try invented.simulated()
            let recorder = RecordingTransport(SimulatedParseAPI(ParseScenario().run(run), time: time))
            let configuration = ParseClientConfiguration().with {
                $0.time = time
                $0.random = .constant(0.5)
            }
            let client = try ParseClient(token: "sk_simulated", configuration: configuration, transport: recorder)
            recording = try await record(run.id, client, recorder)
        case nil:
            return RecorderArguments.help
        }
        let recorded = try RecordedRun(recording)
        let folder = file.deletingLastPathComponent()
        if !folder.isDirectory {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        }
        try recording.write(to: file.path)
        return "\(recorded.summary) → \(file.path(relativeTo: directory))"
    }

    /// Waits for a run and reads its output to the end.
    private func record(
        _ id: String,
        _ client: ParseClient,
        _ recorder: RecordingTransport
    ) async throws -> ParseRecording {
        var last: ParseRun.Status?
        let run = try await client.waitForParseRun(id) { update in
            if update.status != last { tell("\(update)") }
            last = update.status
        }
        if run.status == .processed {
            for try await _ in client.chunkSlices(of: id) {}
        }
        return try recorder.recording
    }

    /// Where the recording goes.
    private func file() throws(RecorderError) -> URL {
        let name = arguments.destination
        let folder = name.hasPrefix("/") ? URL(fileURLWithPath: name) : directory.appendingPathComponent(name)
        // The plugin has put a directory in the place of a target's name.
        guard name.contains("/") || folder.isDirectory else {
            throw RecorderError("There is neither a test target nor a directory \(name).")
        }
        guard folder.isDirectory || folder.deletingLastPathComponent().isDirectory else {
            throw RecorderError(
                "There is no directory \(folder.deletingLastPathComponent().path(relativeTo: directory)).")
        }
        let file = folder.appendingPathComponent("\(arguments.name).\(ParseRecording.fileExtension)")
        guard arguments.overwrites || !FileManager.default.fileExists(atPath: file.path) else {
            throw RecorderError("\(file.path(relativeTo: directory)) is there already; --force overwrites it.")
        }
        return file
    }
}
