public import ParseModels

/// A run as a ``SimulatedParseAPI`` keeps it: how it stands at what time, and its output.
///
/// ```swift
/// SimulatedRun("pr_1").pending(for: .seconds(1)).processing(for: .seconds(7)).processed(.pages(3))
/// ```
///
/// Its last step never ends: a run that is told no further stays `PROCESSING` for ever.
public struct SimulatedRun: Sendable {
    /// One step on the run's way.
    public struct Step: Sendable, Hashable {
        /// The status from then on.
        public let status: ParseRun.Status

        /// When, counted from the run's beginning.
        public let time: Duration

        /// Describes a step.
        ///
        /// - Parameters:
        ///   - status: the status from then on.
        ///   - time: when, counted from the run's beginning.
        public init(_ status: ParseRun.Status, at time: Duration) {
            self.status = status
            self.time = time
        }
    }

    /// The run's id.
    public let id: String

    /// Its steps; before the first it is `PROCESSING`.
    public var timeline: [Step]

    /// When the step that is told next begins, counted from the run's beginning.
    var end = Duration.zero

    /// What it is parsed into, handed out once it is processed; `nil` for nothing.
    public var document: SimulatedOutput?

    /// The output's bytes, handed out once it is processed; `nil` for none.
    public var output: [UInt8]? {
        get { document?.bytes }
        set { document = newValue.map(SimulatedOutput.bytes) }
    }

    /// The fields of the run that do not change; its status is taken from the timeline.
    public var template: ParseRun

    /// Describes a run in full.
    ///
    /// - Parameters:
    ///   - template: the fields that do not change, its id included.
    ///   - timeline: its steps.
    ///   - output: the output as JSON. Default: none.
    public init(template: ParseRun, timeline: [Step], output: [UInt8]? = nil) {
        self.id = template.id
        self.template = template
        self.timeline = timeline
        self.end = timeline.map(\.time).max() ?? .zero
        self.document = output.map(SimulatedOutput.bytes)
    }

    /// Begins a run, whose steps are told one after another.
    ///
    /// - Parameters:
    ///   - id: the run's id.
    ///   - fileName: the file's name. Default: `document.pdf`.
    public init(_ id: String, fileName: String = "document.pdf") {
        let file = FileSummary(id: "file_\(id)", name: fileName, type: .pdf)
        self.init(template: ParseRun(id: id, status: .processing, file: file), timeline: [])
    }

    /// A run that is processed.
    ///
    /// - Parameters:
    ///   - id: the run's id.
    ///   - output: what it is parsed into.
    ///   - duration: how long it takes; it is `PENDING` for a tenth of it. Default: no time at all.
    ///   - fileName: the file's name. Default: `document.pdf`.
    /// - Returns: the run.
    /// - Throws: ``SimulationError`` if the output holds a number that JSON cannot.
    public static func processed(
        _ id: String,
        output: ParseRunOutput,
        after duration: Duration = .zero,
        fileName: String = "document.pdf"
    ) throws -> SimulatedRun {
        SimulatedRun(id, fileName: fileName)
            .pending(for: duration / 10)
            .processing(for: duration - duration / 10)
            .processed(try .output(output))
    }

    /// A run that fails.
    ///
    /// - Parameters:
    ///   - id: the run's id.
    ///   - reason: why. Default: `CORRUPT_FILE`.
    ///   - message: why, in words. Default: none.
    ///   - duration: how long it takes to fail. Default: no time at all.
    /// - Returns: the run.
    public static func failed(
        _ id: String,
        reason: FailureReason = .corruptFile,
        message: String? = nil,
        after duration: Duration = .zero
    ) -> SimulatedRun {
        let template = ParseRun(id: id, status: .failed, failureReason: reason, failureMessage: message)
        return SimulatedRun(template: template, timeline: [Step(.failed, at: duration)])
    }

    /// How the run stands.
    func status(after elapsed: Duration) -> ParseRun.Status {
        timeline.last { $0.time <= elapsed }?.status ?? .processing
    }
}
