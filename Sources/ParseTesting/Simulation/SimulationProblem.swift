/// One thing at a ``SimulatedParseAPI`` that is not as it should be.
///
/// What a correct client may do for a reason is none, such as fetching a document twice or running into a rate limit:
/// ``SimulatedAccount`` counts it.
public struct SimulationProblem: Sendable, Hashable, CustomStringConvertible {
    /// What kind of thing it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A run was asked for that the service has never known; one that was deleted is none.
        case unknownRun

        /// A path was asked for that the host does not have.
        case unknownPath

        /// A method was used that the host does not answer.
        case unexpectedMethod

        /// A call of the API carried no key.
        case missingKey

        /// A call of the API carried a key that the service does not know; one whose time is over is none.
        case wrongKey

        /// A call of the API named no version.
        case missingVersion

        /// A request to the storage carried an `Authorization`.
        case credentialToStorage

        /// A URL was used that the service has not given out.
        case unknownURL

        /// A URL was used after the time that it says of itself; one that was ended before is none.
        case expiredURL

        /// A fault or a change that the scenario tells of never came about, or less often than told.
        case unusedFault

        /// Nobody asked for a run.
        case unaskedRun

        /// What was meant to be an output is none.
        case invalidOutput
    }

    /// What kind of thing it is.
    public let kind: Kind

    /// What happened, in one line and without any secret.
    public let message: String

    init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// The kind and what happened.
    public var description: String { "\(kind.rawValue): \(message)" }
}
