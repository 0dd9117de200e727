/// What is charged: the field `product`.
public struct UsageProduct: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `parse_performance`: the performance engine.
    public static let parsePerformance = UsageProduct(rawValue: "parse_performance")

    /// `parse_light`: the light engine.
    public static let parseLight = UsageProduct(rawValue: "parse_light")

    /// `priority_parsing`: a place ahead in the queue.
    public static let priorityParsing = UsageProduct(rawValue: "priority_parsing")

    /// `agentic_text_correction`: text corrected by an agent.
    public static let agenticTextCorrection = UsageProduct(rawValue: "agentic_text_correction")

    /// `agentic_table_correction`: tables corrected by an agent.
    public static let agenticTableCorrection = UsageProduct(rawValue: "agentic_table_correction")

    /// `advanced_excel_parsing`: advanced parsing of spreadsheets.
    public static let advancedExcelParsing = UsageProduct(rawValue: "advanced_excel_parsing")

    /// `agent_usage`: the use of an agent.
    public static let agentUsage = UsageProduct(rawValue: "agent_usage")
}
