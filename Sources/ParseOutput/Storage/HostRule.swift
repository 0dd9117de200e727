/// The host names that an output may be fetched from.
public enum HostRule: Sendable, Hashable {
    /// Any DNS name of at least two labels outside the reserved local domains; no IP address in any notation.
    case publicNames

    /// Only these names and the names below them.
    case domains([String])

    func allows(_ name: String) -> Bool {
        switch self {
        case .publicNames: true
        case .domains(let domains):
            domains.contains { domain in
                let domain = domain.lowercased()
                return name == domain || name.hasSuffix("." + domain)
            }
        }
    }
}
