public import ParseTransport

/// How an attempt failed.
public enum RetryFailure: Sendable, Hashable {
    /// No whole response came back.
    case transport(TransportError)

    /// A response came back whose status is an error, with what its body says about trying again.
    case response(ResponseHead, ServerVerdict)

    /// A response of success came back whose body is not what was asked for: cut, or a page of something in between.
    case unreadable(ResponseHead)
}
