/// Why an attempt is worth repeating, which also says how gently.
public enum RetryCause: Sendable, Hashable {
    /// A passing fault: a broken connection, a server error.
    case transient

    /// The service asked for fewer requests.
    case throttled
}
