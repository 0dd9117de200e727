/// The environment's word on which requests a proxy carries, read as libcurl reads it.
///
/// Whose address a socket is opened to, the host's or a proxy's, libcurl tells nobody. Where that matters, the decision
/// is made here and libcurl is told, so that both cannot come to think differently. Only networks in `no_proxy`, which
/// libcurl knows since 7.86 and which names are never part of, are passed over.
struct ProxyEnvironment {
    private let variables: [String: String]

    init(_ variables: [String: String]) {
        self.variables = variables
    }

    /// The proxy for a host; `nil` for none.
    func proxy(scheme: String, host: String) -> String? {
        if isExempt(host.lowercased()) { return nil }
        // A header field `Proxy` of a request to a CGI program would be its HTTP_PROXY.
        let names = scheme.lowercased() == "http" ? ["http_proxy"] : ["https_proxy", "HTTPS_PROXY"]
        return value(of: names + ["all_proxy", "ALL_PROXY"])
    }

    /// Whether the host is named in `no_proxy`, itself or by a domain above it.
    private func isExempt(_ host: String) -> Bool {
        guard let list = value(of: ["no_proxy", "NO_PROXY"]) else { return false }
        if list == "*" { return true }
        let name = host.hasSuffix(".") ? host.dropLast() : host[...]
        return list.lowercased().split(whereSeparator: { $0 == "," || $0 == " " || $0 == "\t" }).contains { entry in
            let domain = entry.drop { $0 == "." }
            return !domain.isEmpty && (name == domain || name.hasSuffix("." + domain))
        }
    }

    /// The first of the variables that is set; an empty one is not.
    private func value(of names: [String]) -> String? {
        names.lazy.compactMap { variables[$0] }.first { !$0.isEmpty }
    }
}
