public import ParseModels
public import ParseTransport

extension SimulatedFault {
    /// The host answers with a status and header fields of its own.
    ///
    /// - Parameters:
    ///   - status: the HTTP status code.
    ///   - headers: the header fields, such as a `Retry-After` that means nothing.
    ///   - body: the body. Default: the host's own for that status.
    /// - Returns: the fault.
    public static func status(_ status: Int, headers: HeaderFields, body: String? = nil) -> SimulatedFault {
        SimulatedFault(
            .answer(status: status, headers: headers, body: body.map { Array($0.utf8) }),
            "status \(status)"
        )
    }

    /// The API answers with an error body of its own.
    ///
    /// - Parameters:
    ///   - status: the HTTP status code.
    ///   - error: what the body says.
    ///   - headers: header fields beside its type. Default: none.
    /// - Returns: the fault.
    public static func status(
        _ status: Int,
        error: APIErrorBody,
        headers: HeaderFields = [:]
    ) -> SimulatedFault {
        // Of texts and a truth value only: there is nothing that JSON could refuse.
        let body = (try? StableJSON.bytes(error)) ?? []
        return SimulatedFault(.answer(status: status, headers: headers, body: body), "status \(status)")
    }

    /// The storage answers with an error body of its own, as S3 does.
    ///
    /// - Parameters:
    ///   - status: the HTTP status code.
    ///   - code: the error's code, such as `SignatureDoesNotMatch`.
    ///   - message: what the body says. Default: nothing.
    /// - Returns: the fault.
    public static func storageError(_ status: Int, code: String, message: String = "") -> SimulatedFault {
        SimulatedFault(.storageError(status: status, code: code, message: message), "status \(status) (\(code))")
    }

    /// Status 200 and no body at all.
    public static let emptyBody = SimulatedFault(
        .answer(status: 200, headers: ["Content-Type": "application/json", "Content-Length": "0"], body: []),
        "an empty body"
    )

    /// Status 200 and a page for people, as a captive portal sends it.
    public static let htmlPage = SimulatedFault(
        .answer(
            status: 200,
            headers: ["Content-Type": "text/html; charset=utf-8"],
            body: Array("<!DOCTYPE html><html><body><h1>Welcome to the harbour network</h1></body></html>".utf8)
        ),
        "an HTML page"
    )

    /// The host does not know what is asked for, as after a run was deleted.
    public static let notFound = SimulatedFault.status(404)

    /// The right answer, but its header fields say otherwise.
    ///
    /// - Parameter headers: the fields that replace those of the right answer.
    /// - Returns: the fault.
    public static func headers(_ headers: HeaderFields) -> SimulatedFault {
        let names = headers.map(\.name).joined(separator: ", ")
        return SimulatedFault(.headers(headers.map { ($0.name, $0.value) }), "other header fields (\(names))")
    }

    /// The right answer without some of its header fields, such as its validators.
    ///
    /// - Parameter names: the fields' names.
    /// - Returns: the fault.
    public static func missingHeaders(_ names: String...) -> SimulatedFault {
        SimulatedFault(.headers(names.map { ($0, nil) }), "missing header fields (\(names.joined(separator: ", ")))")
    }

    /// The right answer under a wrong type.
    ///
    /// - Parameter type: the type.
    /// - Returns: the fault.
    public static func contentType(_ type: String) -> SimulatedFault {
        .headers(["Content-Type": type])
    }

    /// The storage answers with the whole document, whatever range was asked for.
    public static let ignoredRange = SimulatedFault(.ignoredRange, "an ignored range")
}
