/// Is told what a client does while it does it, for logs, metrics and traces.
///
/// ```swift
/// struct Log: ClientObserver {
///     func observe(_ event: ClientEvent) { print(event) }
/// }
/// ```
public protocol ClientObserver: Sendable {
    /// Takes an event; it must be quick, as what happens waits for it.
    ///
    /// - Parameter event: what has happened.
    func observe(_ event: ClientEvent)
}
