/// One of the two hosts that a ``SimulatedParseAPI`` plays.
public enum SimulatedHost: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
    /// The API, which is asked for runs.
    case api

    /// The storage, which presigned URLs lead to.
    case storage

    /// The host in words.
    public var description: String {
        switch self {
        case .api: "the API"
        case .storage: "the storage"
        }
    }

    /// What one request to it is called.
    var request: String {
        switch self {
        case .api: "call"
        case .storage: "download"
        }
    }
}
