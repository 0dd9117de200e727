#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a request must look like to take the next exchange of a ``MockTransport``.
public struct MockExpectation: Sendable, CustomStringConvertible {
    /// The expectation in words, for the message when it is not met.
    public let description: String

    let matches: @Sendable (TransportRequest) -> Bool

    /// Makes an expectation of a condition.
    ///
    /// - Parameters:
    ///   - description: the condition in words.
    ///   - matches: whether a request meets it.
    public init(_ description: String, matches: @escaping @Sendable (TransportRequest) -> Bool) {
        self.description = description
        self.matches = matches
    }

    /// Any request at all.
    public static let anything = MockExpectation("anything") { _ in true }

    /// A `GET` of a path.
    ///
    /// - Parameter path: the percent-encoded path, without the query.
    /// - Returns: the expectation.
    public static func get(_ path: String) -> MockExpectation {
        request(.get, path)
    }

    /// A request of a method and a path.
    ///
    /// - Parameters:
    ///   - method: the HTTP method.
    ///   - path: the percent-encoded path, without the query.
    /// - Returns: the expectation.
    public static func request(_ method: TransportRequest.Method, _ path: String) -> MockExpectation {
        MockExpectation("\(method) \(path)") { request in
            request.method == method && request.url.path(percentEncoded: true) == path
        }
    }

    /// Asks for a query item besides.
    ///
    /// - Parameters:
    ///   - name: the item's name.
    ///   - value: its decoded value.
    /// - Returns: an expectation that demands both.
    public func query(_ name: String, _ value: String) -> MockExpectation {
        and("?\(name)=\(value)") { request in
            let items = URLComponents(url: request.url, resolvingAgainstBaseURL: false)?.queryItems ?? []
            return items.contains(URLQueryItem(name: name, value: value))
        }
    }

    /// Asks for a header field besides; `nil` asks that there is none of that name.
    ///
    /// - Parameters:
    ///   - name: the field's name, in any case.
    ///   - value: its value, or `nil` for the field's absence.
    /// - Returns: an expectation that demands both.
    public func header(_ name: String, _ value: String?) -> MockExpectation {
        and(value == nil ? "without \(name)" : "with \(HeaderField(name: name, value: value ?? ""))") { request in
            request.headers[name] == value
        }
    }

    private func and(_ more: String, _ condition: @escaping @Sendable (TransportRequest) -> Bool) -> MockExpectation {
        MockExpectation("\(description) \(more)") { [matches] in matches($0) && condition($0) }
    }
}
