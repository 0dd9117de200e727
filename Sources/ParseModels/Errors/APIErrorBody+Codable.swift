extension APIErrorBody: Codable {
    private enum CodingKeys: String, CodingKey {
        case code
        case message
        case retryable
        case requestID = "requestId"
        case docURL = "docUrl"
        case runID = "runId"
        case error
        case type
        case title
        case detail
        case violatedPolicies = "violated-policies"
    }

    /// Reads any of the forms; a field of another type than expected is as good as missing.
    ///
    /// - Parameter decoder: where to read.
    /// - Throws: `DecodingError` for JSON that holds neither a code nor a message.
    public init(from decoder: any Decoder) throws {
        let outer = try decoder.container(keyedBy: CodingKeys.self)
        let container = (try? outer.nestedContainer(keyedBy: CodingKeys.self, forKey: .error)) ?? outer
        func text(_ key: CodingKeys) -> String? {
            (try? container.decode(String.self, forKey: key)) ?? (try? outer.decode(String.self, forKey: key))
        }
        self.init(
            code: (text(.code) ?? text(.type).flatMap(Self.problem)).map(APIErrorCode.init(rawValue:)),
            message: text(.message) ?? text(.error)
                ?? Self.explanation(
                    text(.detail) ?? text(.title),
                    violating: (try? outer.decode([String].self, forKey: .violatedPolicies)) ?? []
                ),
            retryable: (try? container.decode(Bool.self, forKey: .retryable))
                ?? (try? outer.decode(Bool.self, forKey: .retryable)),
            requestID: text(.requestID),
            docURL: text(.docURL),
            runID: text(.runID)
        )
        guard code != nil || message != nil else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "There is neither a code nor a message.")
            )
        }
    }

    /// The name of a problem: what its type's URI ends with (RFC 9457).
    private static func problem(_ type: String) -> String? {
        let name = type.split { "/#:".contains($0) }.last.map(String.init)
        return type == "about:blank" ? nil : name
    }

    private static func explanation(_ text: String?, violating policies: [String]) -> String? {
        policies.isEmpty ? text : "\(text ?? "Too much was asked for") (\(policies.joined(separator: ", ")))"
    }

    /// Writes the flat form.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: whatever the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(code, forKey: .code)
        try container.encodeIfPresent(message, forKey: .message)
        try container.encodeIfPresent(retryable, forKey: .retryable)
        try container.encodeIfPresent(requestID, forKey: .requestID)
        try container.encodeIfPresent(docURL, forKey: .docURL)
        try container.encodeIfPresent(runID, forKey: .runID)
    }
}
