/// What kind of run used credits: the field `object` of a breakdown.
public struct UsageObject: OpenWireValue {
    /// The value as sent.
    public let rawValue: String

    /// Takes the value as sent.
    ///
    /// - Parameter rawValue: the value on the wire.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// `extract_run`: an extraction.
    public static let extractRun = UsageObject(rawValue: "extract_run")

    /// `classify_run`: a classification.
    public static let classifyRun = UsageObject(rawValue: "classify_run")

    /// `split_run`: a split.
    public static let splitRun = UsageObject(rawValue: "split_run")

    /// `parse_run`: a parse.
    public static let parseRun = UsageObject(rawValue: "parse_run")

    /// `edit_run`: an edit.
    public static let editRun = UsageObject(rawValue: "edit_run")

    /// `form_detection_run`: a form detection.
    public static let formDetectionRun = UsageObject(rawValue: "form_detection_run")
}
