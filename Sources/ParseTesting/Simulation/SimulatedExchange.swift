public import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One request to a ``SimulatedParseAPI`` and how it was answered.
public struct SimulatedExchange: Sendable, Hashable, CustomStringConvertible {
    /// Whether the storage was asked, not the API.
    public let isStorage: Bool

    /// The HTTP method.
    public let method: TransportRequest.Method

    /// The percent-encoded path, without the query and any key that strayed into it.
    public let path: String

    /// The header `Range`; `nil` without one.
    public let range: String?

    /// The header `If-Match`; `nil` without one.
    public let ifMatch: String?

    /// Whether the request carried an `Authorization`.
    public let hasAuthorization: Bool

    /// The status it was answered with; `nil` for a fault.
    public let status: Int?

    /// When it was asked, counted from the service's opening.
    public let time: Duration

    init(_ request: TransportRequest, _ visit: SimulatedVisit, status: Int?) {
        self.isStorage = visit.host == .storage
        self.time = visit.time
        self.method = request.method
        self.path = visit.path
        self.range = request.headers["Range"]
        self.ifMatch = request.headers["If-Match"]
        self.hasAuthorization = request.headers["Authorization"] != nil
        self.status = status
    }

    /// The exchange in one line.
    public var description: String {
        let what = "\(isStorage ? "storage" : "api") \(method) \(path)"
        return "\(what)\(range.map { " \($0)" } ?? "") → \(status.map(String.init) ?? "fault")"
    }
}
