/// What a ``MockTransport`` answers: a response, or a fault before there is one.
public struct MockAnswer: Sendable, CustomStringConvertible {
    let outcome: Outcome

    enum Outcome: Sendable {
        case response(ResponseHead, MockBody)
        case failure(TransportError)
    }

    /// A response with a scripted body.
    ///
    /// - Parameters:
    ///   - status: the HTTP status code.
    ///   - headers: the header fields. Default: none.
    ///   - body: the body, with its cuts, pauses and faults. Default: empty.
    /// - Returns: the answer.
    public static func response(status: Int, headers: HeaderFields = [:], body: MockBody = .empty) -> MockAnswer {
        MockAnswer(outcome: .response(ResponseHead(status: status, headers: headers), body))
    }

    /// A JSON response with its content type and length.
    ///
    /// - Parameters:
    ///   - text: the JSON text.
    ///   - status: the HTTP status code. Default: 200.
    ///   - headers: further header fields. Default: none.
    /// - Returns: the answer.
    public static func json(_ text: String, status: Int = 200, headers: HeaderFields = [:]) -> MockAnswer {
        var headers = headers
        headers["Content-Type"] = "application/json"
        headers["Content-Length"] = String(text.utf8.count)
        return .response(status: status, headers: headers, body: .bytes(text.utf8))
    }

    /// A fault instead of a response.
    ///
    /// - Parameter error: what ``Transport/send(_:)`` throws.
    /// - Returns: the answer.
    public static func failure(_ error: TransportError) -> MockAnswer {
        MockAnswer(outcome: .failure(error))
    }

    /// The status, or the fault.
    public var description: String {
        switch outcome {
        case .response(let head, _): "\(head.status)"
        case .failure(let error): "\(error)"
        }
    }
}
