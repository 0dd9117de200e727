public import ParseKit

extension ReplayTransport {
    /// A client that replays the recording and waits in no time.
    ///
    /// With a client of your own, on the system's clock, a wait that was recorded for minutes takes minutes again.
    ///
    /// - Parameter configuration: everything but time. Default: the defaults.
    /// - Returns: the client.
    /// - Throws: `ParseError` if the configuration is refused.
    public func client(
        configuration: ParseClientConfiguration = ParseClientConfiguration()
    ) throws(ParseError) -> ParseClient {
        let time = ManualClock(.jumping).timeSource
        return try ParseClient(
            token: "sk_replayed", configuration: configuration.with { $0.time = time }, transport: self)
    }
}
