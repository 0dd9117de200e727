/// The events of clients as an asynchronous sequence.
///
/// ```swift
/// let events = ClientEvents()
/// let client = try ParseClient(token: token, configuration: .init().with { $0.observer = events })
/// for await event in events.stream { print(event) }
/// ```
public final class ClientEvents: ClientObserver {
    /// The events, to be read once, by one reader; it ends when this and the clients that tell it are gone.
    public let stream: AsyncStream<ClientEvent>

    private let continuation: AsyncStream<ClientEvent>.Continuation

    /// Makes a sequence without events.
    ///
    /// - Parameter count: how many are kept for a reader that is slow; the oldest make way. Default: 1,000.
    public init(bufferingNewest count: Int = 1_000) {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(max(1, count)))
    }

    deinit {
        continuation.finish()
    }

    /// Adds an event.
    ///
    /// - Parameter event: what has happened.
    public func observe(_ event: ClientEvent) {
        continuation.yield(event)
    }
}
