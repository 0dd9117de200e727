public import ParseTransport

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension ParseClient {
    /// Makes a client from the environment.
    ///
    /// | variable | meaning |
    /// |---|---|
    /// | `EXTEND_API_KEY` | the API key, required |
    /// | `EXTEND_BASE_URL` | where the API is; wins over the region |
    /// | `EXTEND_REGION` | `us1`, `us2` or `eu1`, also `us` and `eu` |
    /// | `EXTEND_WORKSPACE_ID` | the workspace, for an organization's key |
    /// | `EXTEND_API_VERSION` | the version of the API |
    ///
    /// An empty variable counts as none. Only where the base URL is `http` on a loopback address are storage URLs
    /// accepted there too (``/ParseOutput/StoragePolicy/allowsLoopbackHTTP``), so that a program can be tried against a
    /// local server.
    ///
    /// - Parameters:
    ///   - environment: the variables. Default: the process's.
    ///   - configuration: what the variables do not say. Default: the defaults.
    ///   - transport: what sends the requests. Default: libcurl on Linux, `URLSession` on Apple platforms.
    /// - Returns: the client.
    /// - Throws: ``ParseError/Code/missingToken``, ``ParseError/Code/invalidToken`` or
    ///   ``ParseError/Code/invalidBaseURL``, naming the variable.
    public static func fromEnvironment(
        _ environment: [String: String] = ProcessInfo.processInfo.environment,
        configuration: ParseClientConfiguration = ParseClientConfiguration(),
        transport: any Transport = DefaultTransport.shared
    ) throws(ParseError) -> ParseClient {
        func value(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        guard let token = value("EXTEND_API_KEY") else {
            throw ParseError(
                .missingToken,
                message: "The environment variable EXTEND_API_KEY is not set.",
                operation: .configuration
            )
        }
        var configured = configuration
        if let base = value("EXTEND_BASE_URL") {
            configured.baseURL = try BaseURL(base)
            if configured.baseURL.isLoopbackHTTP { configured.download.storage.allowsLoopbackHTTP = true }
        } else if let region = value("EXTEND_REGION") {
            configured.baseURL = try BaseURL(Region(rawValue: region))
        }
        configured.workspaceID = value("EXTEND_WORKSPACE_ID") ?? configured.workspaceID
        configured.apiVersion = value("EXTEND_API_VERSION") ?? configured.apiVersion
        return try ParseClient(token: token, configuration: configured, transport: transport)
    }
}
