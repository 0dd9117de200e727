public import ParseTransport

/// What ended a recorded exchange before its end.
public enum RecordedFault: Sendable, Hashable, CustomStringConvertible {
    /// The transport failed: with what, and in a body behind how many bytes, of the document where it is one.
    case error(TransportError, after: Int)

    /// Whoever read the body left it, behind so many bytes.
    case unread(after: Int)

    /// What happened, in a word.
    public var description: String {
        switch self {
        case .error(let error, _): "\(error.kind)"
        case .unread: "unread"
        }
    }

    /// Behind how many bytes of the body, or of the document.
    var offset: Int {
        switch self {
        case .error(_, let offset), .unread(let offset): offset
        }
    }

    /// What a replay fails with there.
    var error: TransportError {
        switch self {
        case .error(let error, _): error
        case .unread:
            TransportError(
                .connectionBroken,
                phase: .receivingBody,
                message: "The recording ends here: whoever read the body then had left it."
            )
        }
    }
}
