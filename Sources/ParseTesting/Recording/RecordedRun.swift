public import ParseKit
public import ParseModels

/// A run as a recording has it, checked: what the accessors of the `ParseFixtures` plugin hand out.
///
/// ```swift
/// let invoice = try RecordedRun(contentsOf: "Fixtures/invoice.parserecording")
/// #expect(invoice.run.status == .processed)
/// let client = try invoice.client()
/// for try await chunk in client.chunks(of: invoice.run.id) { … }
/// ```
public struct RecordedRun: Sendable {
    /// What the run was read from.
    public let recording: ParseRecording

    /// The run as it stood last.
    public let run: ParseRun

    /// Its output, decoded; `nil` where the run has none, or it was not recorded.
    public let output: ParseRunOutput?

    /// The output as a simulated storage keeps it.
    private let content: SimulatedOutput?

    /// Reads a run from a file, and checks that it and its output decode.
    ///
    /// - Parameter path: the path of a `.parserecording` file.
    /// - Throws: ``RecordingError`` with the path, the line and what is wrong there.
    public init(contentsOf path: String) throws(RecordingError) {
        do throws(RecordingError) {
            try self.init(RecordingFile(contentsOf: path))
        } catch {
            throw error.at(path)
        }
    }

    /// Takes a run from a recording, and checks that it and its output decode.
    ///
    /// - Parameter recording: the recording.
    /// - Throws: ``RecordingError`` with the line of ``ParseRecording/text`` and what is wrong there.
    public init(_ recording: ParseRecording) throws(RecordingError) {
        try self.init(RecordingFile(recording.text))
    }

    private init(_ file: RecordingFile) throws(RecordingError) {
        let answer = try RecordedAnswer(in: file)
        recording = file.recording
        run = answer.run
        output = answer.output
        content = answer.content
    }

    /// A transport that replays the recording, exchange by exchange, and nothing else.
    ///
    /// - Returns: the transport, at the recording's beginning.
    public func transport() -> ReplayTransport {
        ReplayTransport(recording)
    }

    /// The run as a simulated service keeps it: as it ended, at once, with its output byte for byte.
    public var simulated: SimulatedRun {
        var simulated = SimulatedRun(template: run, timeline: [.init(run.status, at: .zero)])
        simulated.template.output = nil
        simulated.template.outputURL = nil
        simulated.document = content
        return simulated
    }

    /// A client of a simulated service that knows this run, as it ended, and answers every way of reading it.
    ///
    /// To go through what was recorded request by request, give ``transport()`` to a client instead.
    ///
    /// - Parameter configuration: everything but time, which passes in no time. Default: the defaults.
    /// - Returns: the client.
    /// - Throws: `ParseError` if the configuration is refused.
    public func client(
        configuration: ParseClientConfiguration = ParseClientConfiguration()
    ) throws(ParseError) -> ParseClient {
        let api = SimulatedParseAPI(ParseScenario().run(simulated), time: ManualClock(.jumping).timeSource)
        return try api.client(configuration: configuration)
    }
}
