import Foundation
import ParseTransport
import ParseTransportCurl
import Synchronization

/// A transport that would keep the contract, had it not one flaw.
struct FlawedTransport: Transport {
    private let flaw: Flaw
    private let base: any Transport
    private let memory = Memory()

    init(_ flaw: Flaw) {
        self.flaw = flaw
        self.base = CurlTransport(
            configuration: .standard.with {
                $0.usesProxyFromEnvironment = false
                if flaw == .knowsNoLimits { $0.headerLimits = HeaderLimits(bytes: 1 << 30, fields: 1 << 20) }
            }
        )
    }

    /// What should have been forgotten.
    private final class Memory: Sendable {
        let responses = Mutex<[TransportResponse]>([])
        let answers = Mutex<[URL: (ResponseHead, [UInt8])]>([:])
    }

    var capabilities: TransportCapabilities {
        TransportCapabilities(streamsWithBackpressure: true, decompressesBodies: flaw == .declaresDecompressing)
    }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        do throws(TransportError) {
            if flaw == .keepsAnswers { return try await remembered(request) }
            let response = try await answer(to: changed(request))
            if flaw == .keepsDroppedBodies { memory.responses.withLock { $0.append(response) } }
            return TransportResponse(head: changed(response.head), body: try await changed(response, of: request))
        } catch {
            throw changed(error, of: request)
        }
    }

    private func answer(to request: TransportRequest) async throws(TransportError) -> TransportResponse {
        let base = base
        if flaw == .cannotBeCancelled {
            let result = await Task { () async -> Result<TransportResponse, TransportError> in
                do throws(TransportError) { return .success(try await base.send(request)) } catch {
                    return .failure(error)
                }
            }.value
            return try result.get()
        }
        let response = try await base.send(request)
        guard flaw == .followsRedirects, (300..<400).contains(response.status),
            let location = response.headers["location"], let url = URL(string: location, relativeTo: request.url)
        else { return response }
        var next = request
        next.url = url.absoluteURL
        return try await answer(to: next)
    }

    private func remembered(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        let kept = memory.answers.withLock { $0[request.url] }
        if let kept { return TransportResponse(head: kept.0, body: ResponseBody(kept.1)) }
        let response = try await base.send(request)
        let body = try await response.body.collect(upTo: 1 << 20)
        memory.answers.withLock { $0[request.url] = (response.head, body) }
        return TransportResponse(head: response.head, body: ResponseBody(body))
    }

    private func changed(_ request: TransportRequest) -> TransportRequest {
        var request = request
        switch flaw {
        case .forgetsTheTimeouts: request.timeouts = TransportTimeouts(connect: .seconds(5), idle: .seconds(60))
        case .asksForGzip: request.headers["Accept-Encoding"] = "gzip"
        case .sendsCookies: request.headers["Cookie"] = "session=1"
        case .decodesTargets:
            let text = request.url.absoluteString.replacingOccurrences(of: "%20", with: "+")
            request.url = URL(string: text) ?? request.url
        case .keepsOneFieldOfARequest: for field in request.headers { request.headers[field.name] = field.value }
        case .ignoresPoolAndPeers: (request.requiresNewConnection, request.peers) = (false, .any)
        case .sendsInvalidRequests:
            if request.method == .head { request.body = [] }
            request.headers = HeaderFields(request.headers.filter { !$0.value.contains("\n") })
        default: break
        }
        return request
    }

    private func changed(_ head: ResponseHead) -> ResponseHead {
        guard flaw == .keepsOneFieldOfAName else { return head }
        let fields = Dictionary(head.headers.map { ($0.name.lowercased(), $0.value) }) { $1 }
        return ResponseHead(
            status: head.status, headers: HeaderFields(fields.map { HeaderField(name: $0.key, value: $0.value) }))
    }

    private func changed(
        _ response: TransportResponse,
        of request: TransportRequest
    ) async throws(TransportError) -> ResponseBody {
        let body = response.body
        switch flaw {
        case .buffersWhileDeclaringStreaming: return ResponseBody(try await body.collect(upTo: 1 << 30))
        case .keepsDroppedBodies: return body
        case .dropsTheBodyOfErrors where response.status >= 300: return ResponseBody([])
        default:
            return ResponseBody(length: flaw == .announcesNoLength ? nil : body.length) {
                var pieces = body.makeAsyncIterator()
                return { () async throws(TransportError) in
                    do throws(TransportError) { return try await pieces.next() } catch {
                        return try end(error, of: request)
                    }
                }
            }
        }
    }

    /// What a reader is given where the body broke off.
    private func end(
        _ error: TransportError,
        of request: TransportRequest
    ) throws(TransportError) -> ArraySlice<UInt8>? {
        switch flaw {
        case .takesPartsForTheWhole where error.kind != .cancelled: return nil
        case .endsWithoutErrorWhenCancelled where error.kind == .cancelled: return nil
        default: throw changed(error, of: request)
        }
    }

    private func changed(_ error: TransportError, of request: TransportRequest) -> TransportError {
        switch flaw {
        case .namesEveryFaultOther: TransportError(.other, phase: error.phase, message: error.message)
        case .callsEverythingUnsent: TransportError(error.kind, phase: .notSent, message: error.message)
        case .showsTheKey:
            TransportError(error.kind, phase: error.phase, message: request.headers["authorization"] ?? "")
        default: error
        }
    }
}
