/// How what was sent differs from what was expected: of a ``MockTransport``'s script, or of a recording that is replayed.
public struct MockScriptError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The exchanges that were expected and not sent, in order.
    public let unsent: [String]

    /// The requests that were sent and not expected, in order, without secrets.
    public let unexpected: [String]

    package init(unsent: [String], unexpected: [String]) {
        self.unsent = unsent
        self.unexpected = unexpected
    }

    /// Both lists, a line each.
    public var description: String {
        (unsent.map { "not sent: \($0)" } + unexpected.map { "not expected: \($0)" }).joined(separator: "\n")
    }
}
