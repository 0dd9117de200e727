public import ParseTransport

/// The way to the service: fetches runs, waits for them and streams their output.
///
/// ```swift
/// let client = try ParseClient(token: "sk_…")
/// let run = try await client.waitForParseRun("pr_…")
/// for try await chunk in client.chunks(of: run.id) {
///     print(chunk.content)
/// }
/// ```
///
/// A client is a value that is cheap to copy and safe to share. Copies share the connections, the retry budget, the
/// looks at the runs that are waited for, and the token provider.
public struct ParseClient: Sendable {
    let session: APISession
    let storage: any Transport
    let outputURLs = OutputURLs()
    let polls: PollHub

    /// The configuration the client was made with.
    public var configuration: ParseClientConfiguration { session.configuration }

    /// Makes a client with one API key.
    ///
    /// - Parameters:
    ///   - token: the key, without `Bearer`.
    ///   - configuration: everything else. Default: the defaults.
    ///   - transport: what sends the requests. Default: libcurl on Linux, `URLSession` on Apple platforms.
    /// - Throws: ``ParseError/Code/invalidToken`` if no header field can hold the key.
    public init(
        token: String,
        configuration: ParseClientConfiguration = ParseClientConfiguration(),
        transport: any Transport = DefaultTransport.shared
    ) throws(ParseError) {
        self.init(token: try APIToken(token), configuration: configuration, transport: transport)
    }

    /// Makes a client with one API key that was looked at already.
    ///
    /// - Parameters:
    ///   - token: the key.
    ///   - configuration: everything else. Default: the defaults.
    ///   - transport: what sends the requests. Default: libcurl on Linux, `URLSession` on Apple platforms.
    public init(
        token: APIToken,
        configuration: ParseClientConfiguration = ParseClientConfiguration(),
        transport: any Transport = DefaultTransport.shared
    ) {
        self.init(tokens: FixedToken(token), configuration: configuration, transport: transport)
    }

    /// Makes a client whose key is provided call by call.
    ///
    /// - Parameters:
    ///   - tokens: gives the key for each call.
    ///   - configuration: everything else. Default: the defaults.
    ///   - transport: what sends the requests. Default: libcurl on Linux, `URLSession` on Apple platforms.
    public init(
        tokens: any TokenProvider,
        configuration: ParseClientConfiguration = ParseClientConfiguration(),
        transport: any Transport = DefaultTransport.shared
    ) {
        let session = APISession(configuration: configuration, tokens: tokens, transport: transport)
        self.session = session
        self.polls = PollHub(session: session)
        self.storage = transport
    }
}

extension ParseClient: CustomStringConvertible, CustomReflectable {
    /// Where the client speaks to, and nothing about its key.
    public var description: String { "ParseClient(\(configuration.baseURL))" }

    /// A mirror that holds nothing secret.
    public var customMirror: Mirror {
        Mirror(self, children: ["baseURL": configuration.baseURL.description], displayStyle: .struct)
    }
}
