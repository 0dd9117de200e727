/// What is done with text: the field `blockOptions.text`.
public struct TextOptions: Sendable, Hashable, Codable {
    /// Whether signatures are looked for: the field `signatureDetectionEnabled`.
    public var signatureDetectionEnabled: Bool?

    /// Whether an agent corrects it: the field `agentic`.
    public var agentic: AgenticOptions?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - signatureDetectionEnabled: whether signatures are looked for: the field `signatureDetectionEnabled`.
    ///   - agentic: whether an agent corrects it: the field `agentic`.
    public init(
        signatureDetectionEnabled: Bool? = nil,
        agentic: AgenticOptions? = nil
    ) {
        self.signatureDetectionEnabled = signatureDetectionEnabled
        self.agentic = agentic
    }

    enum CodingKeys: String, CodingKey {
        case signatureDetectionEnabled
        case agentic
    }
}
