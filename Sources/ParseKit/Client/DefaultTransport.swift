public import ParseTransport

#if canImport(ParseTransportURLSession) && canImport(Darwin)
    import ParseTransportURLSession
#else
    import ParseTransportCurl
#endif

/// The transport of the platform: libcurl on Linux, `URLSession` on Apple platforms.
public enum DefaultTransport {
    /// One for the whole process, so that every client shares its connections.
    public static let shared: any Transport = make()

    #if canImport(ParseTransportURLSession) && canImport(Darwin)
        private static func make() -> any Transport { URLSessionTransport() }
    #else
        private static func make() -> any Transport { CurlTransport() }
    #endif
}
