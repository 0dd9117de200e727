import ParseTransport

/// Takes the token that a request carries out of what comes back, in case a server or a proxy repeats it.
///
/// It stands below the retries, so that nothing that an attempt leaves behind, a record, an event or an error, has ever
/// held the token. Bodies are passed on as they are: what is read of them is redacted by who reads it, ``CallContext``.
struct TokenRedactingTransport: Transport {
    let base: any Transport

    var capabilities: TransportCapabilities { base.capabilities }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        guard let token = APIToken(sentWith: request) else { return try await base.send(request) }
        do throws(TransportError) {
            var response = try await base.send(request)
            response.head.headers = token.redact(response.headers)
            response.body = token.redact(response.body)
            return response
        } catch {
            throw token.redact(error)
        }
    }
}

extension APIToken {
    fileprivate func redact(_ headers: HeaderFields) -> HeaderFields {
        guard headers.contains(where: { occurs(in: $0.value) }) else { return headers }
        return HeaderFields(headers.map { HeaderField(name: $0.name, value: redact($0.value)) })
    }

    fileprivate func redact(_ fault: TransportError) -> TransportError {
        TransportError(
            fault.kind,
            phase: fault.phase,
            message: redactCut(redact(fault.message)),
            onReusedConnection: fault.onReusedConnection
        )
    }

    /// Takes out what a fault's message begins of the token where its own limit has cut it in two.
    private func redactCut(_ text: String) -> String {
        guard text.hasSuffix("…") else { return text }
        let kept = text.dropLast()
        guard let start = kept.indices.first(where: { begins(with: kept[$0...]) }) else { return text }
        return kept[..<start] + description + "…"
    }

    /// The same body; a fault that breaks it off is redacted.
    fileprivate func redact(_ body: ResponseBody) -> ResponseBody {
        ResponseBody(length: body.length) {
            var pieces = body.makeAsyncIterator()
            return { () async throws(TransportError) in
                do throws(TransportError) {
                    return try await pieces.next(isolation: #isolation)
                } catch {
                    throw redact(error)
                }
            }
        }
    }
}
