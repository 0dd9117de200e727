/// A parse run: one document on its way from file to structured output.
///
/// Only its id and its status must be there; a field that the API adds tomorrow does no harm.
public struct ParseRun: Sendable, Hashable, Codable {
    /// The run's id: the field `id`.
    public var id: String

    /// How the run stands: the field `status`.
    public var status: Status

    /// The batch the run belongs to: the field `batchId`.
    public var batchID: String?

    /// The parsed file: the field `file`.
    ///
    /// It is not there for a run of a batch whose file could not be taken in.
    public var file: FileSummary?

    /// Why the run failed: the field `failureReason`, with status `FAILED`.
    public var failureReason: FailureReason?

    /// Why the run failed, in words: the field `failureMessage`.
    ///
    /// The wording may change.
    public var failureMessage: String?

    /// What was given when the run was made: the field `metadata`.
    public var metadata: [String: JSONValue]?

    /// The output: the field `output`, once processed, unless it was asked for as a URL.
    public var output: ParseRunOutput?

    /// Where the output can be fetched for 15 minutes: the field `outputUrl`, once processed and asked for.
    public var outputURL: PresignedURL?

    /// How much work it was: the field `metrics`, once processed.
    public var metrics: RunMetrics?

    /// The options in force, defaults filled in: the field `config`.
    public var config: ParseConfig?

    /// What it cost: the field `usage`, once processed.
    public var usage: RunUsage?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - id: the run's id: the field `id`.
    ///   - status: how the run stands: the field `status`.
    ///   - batchID: the batch the run belongs to: the field `batchId`.
    ///   - file: the parsed file: the field `file`.
    ///   - failureReason: why the run failed: the field `failureReason`, with status `FAILED`.
    ///   - failureMessage: why the run failed, in words: the field `failureMessage`.
    ///   - metadata: what was given when the run was made: the field `metadata`.
    ///   - output: the output: the field `output`, once processed, unless it was asked for as a URL.
    ///   - outputURL: where the output can be fetched for 15 minutes: the field `outputUrl`, once processed and asked for.
    ///   - metrics: how much work it was: the field `metrics`, once processed.
    ///   - config: the options in force, defaults filled in: the field `config`.
    ///   - usage: what it cost: the field `usage`, once processed.
    public init(
        id: String,
        status: Status,
        batchID: String? = nil,
        file: FileSummary? = nil,
        failureReason: FailureReason? = nil,
        failureMessage: String? = nil,
        metadata: [String: JSONValue]? = nil,
        output: ParseRunOutput? = nil,
        outputURL: PresignedURL? = nil,
        metrics: RunMetrics? = nil,
        config: ParseConfig? = nil,
        usage: RunUsage? = nil
    ) {
        self.id = id
        self.status = status
        self.batchID = batchID
        self.file = file
        self.failureReason = failureReason
        self.failureMessage = failureMessage
        self.metadata = metadata
        self.output = output
        self.outputURL = outputURL
        self.metrics = metrics
        self.config = config
        self.usage = usage
    }

    enum CodingKeys: String, CodingKey {
        case object
        case id
        case status
        case batchID = "batchId"
        case file
        case failureReason
        case failureMessage
        case metadata
        case output
        case outputURL = "outputUrl"
        case metrics
        case config
        case usage
    }

    /// Reads the value; fields that are unknown, and optional ones that are missing or null, do no harm.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` with the path of a field of the wrong type, or of a required one that is missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decode(String.self, forKey: .id)
        self.status = try container.decode(Status.self, forKey: .status)
        self.batchID = try container.decodeIfPresent(String.self, forKey: .batchID)
        self.file = try container.decodeIfPresent(FileSummary.self, forKey: .file)
        self.failureReason = try container.decodeIfPresent(FailureReason.self, forKey: .failureReason)
        self.failureMessage = try container.decodeIfPresent(String.self, forKey: .failureMessage)
        self.metadata = try container.decodeIfPresent([String: JSONValue].self, forKey: .metadata)
        self.output = try container.decodeIfPresent(ParseRunOutput.self, forKey: .output)
        self.outputURL = try container.decodeIfPresent(PresignedURL.self, forKey: .outputURL)
        self.metrics = try container.decodeIfPresent(RunMetrics.self, forKey: .metrics)
        self.config = try container.decodeIfPresent(ParseConfig.self, forKey: .config)
        self.usage = try container.decodeIfPresent(RunUsage.self, forKey: .usage)
    }

    /// Writes the value under the names of the API; what is not there is left out.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: whatever the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("parse_run", forKey: .object)
        try container.encode(id, forKey: .id)
        try container.encode(status, forKey: .status)
        try container.encodeIfPresent(batchID, forKey: .batchID)
        try container.encodeIfPresent(file, forKey: .file)
        try container.encodeIfPresent(failureReason, forKey: .failureReason)
        try container.encodeIfPresent(failureMessage, forKey: .failureMessage)
        try container.encodeIfPresent(metadata, forKey: .metadata)
        try container.encodeIfPresent(output, forKey: .output)
        try container.encodeIfPresent(outputURL, forKey: .outputURL)
        try container.encodeIfPresent(metrics, forKey: .metrics)
        try container.encodeIfPresent(config, forKey: .config)
        try container.encodeIfPresent(usage, forKey: .usage)
    }
}
