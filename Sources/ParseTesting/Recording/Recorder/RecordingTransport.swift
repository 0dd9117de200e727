public import ParseTransport
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Sends through another transport, and keeps what goes through, without its secrets, for a ``ReplayTransport``.
///
/// ```swift
/// let recorder = RecordingTransport(DefaultTransport.shared)
/// let client = try ParseClient(token: token, transport: recorder)
/// let run = try await client.waitForParseRun(id)
/// for try await _ in client.chunks(of: run.id) {}
/// try recorder.recording.write(to: "Tests/AppTests/Fixtures/invoice.parserecording")
/// ```
///
/// Bodies are kept as they are read, so that a peer is held back as without it. An exchange that was cancelled before its
/// head came is left out. What the storage hands out, whole or in parts, is put together to documents.
public final class RecordingTransport: Transport {
    /// How much is kept by default: 64 MiB.
    public static let defaultLimit = 64 << 20

    private let base: any Transport
    private let tapes: RecordingTapes

    /// Whatever the other transport can do.
    public var capabilities: TransportCapabilities { base.capabilities }

    /// Records what goes through a transport.
    ///
    /// - Parameters:
    ///   - base: what sends the requests.
    ///   - secrets: texts that must not be in the recording, besides the keys and workspaces of the requests and the
    ///     queries of URLs. Default: none.
    ///   - limit: the most bytes of bodies that are kept in memory; beyond it ``recording`` is an error, and the traffic
    ///     goes on. Default: ``defaultLimit``.
    public init(_ base: any Transport, hiding secrets: [String] = [], limit: Int = defaultLimit) {
        self.base = base
        self.tapes = RecordingTapes(secrets: Set(secrets), limit: limit)
    }

    /// What has gone through so far, without its secrets.
    ///
    /// - Throws: ``RecordingError`` if it was more than is kept.
    public var recording: ParseRecording {
        get throws(RecordingError) { try tapes.recording() }
    }

    /// Sends through the other transport.
    ///
    /// - Parameter request: the request.
    /// - Returns: its response, whose body is kept as it is read.
    /// - Throws: whatever it throws.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        let number = tapes.begin(request)
        var response: TransportResponse
        do throws(TransportError) {
            response = try await base.send(request)
        } catch {
            tapes.change(number) { $0.ending = .failed(error) }
            throw error
        }
        let (body, head) = (response.body, response.head)
        tapes.note(head, length: body.length, number)
        response.body = ResponseBody(length: body.length) { [tapes] in
            var pieces = body.makeAsyncIterator()
            return { () async throws(TransportError) in
                do throws(TransportError) {
                    let piece = try await pieces.next(isolation: #isolation)
                    if let piece { tapes.keep(piece, number) } else { tapes.change(number) { $0.ending = .whole } }
                    return piece
                } catch {
                    tapes.change(number) { $0.ending = error.kind == .cancelled ? .left : .failed(error) }
                    throw error
                }
            }
        }
        return response
    }
}

extension RecordingTransport: CustomStringConvertible, CustomReflectable {
    /// What it is, and nothing of what it has kept.
    public var description: String { "RecordingTransport(\(tapes.count) exchanges)" }

    /// A mirror without what it has kept, which still holds its secrets.
    public var customMirror: Mirror { Mirror(self, children: ["exchanges": tapes.count]) }
}
