extension ParseRun {
    /// The tags that usage is told apart by: `extend:usage_tags` in the run's metadata; empty without any.
    public var usageTags: [String] {
        metadata?["extend:usage_tags"]?.arrayValue?.compactMap(\.stringValue) ?? []
    }
}
