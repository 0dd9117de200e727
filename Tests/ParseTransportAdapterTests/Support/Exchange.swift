import LoopbackServer
import ParseTransport

/// What an exchange came to, as a value that a test can compare.
struct FaultSignature: Hashable, Sendable {
    let kind: TransportError.Kind
    let phase: TransportError.Phase
}

extension FaultSignature: CustomStringConvertible {
    var description: String { "\(kind) (\(phase))" }
}

extension Transport {
    /// Sends a request and reads the whole body.
    func exchange(_ request: TransportRequest) async throws(TransportError) -> (head: ResponseHead, body: [UInt8]) {
        let response = try await send(request)
        return (response.head, try await response.body.collect(upTo: 1 << 30))
    }

    /// Sends a request that shall fail, and returns how it did; `nil` if it did not.
    func fault(of request: TransportRequest) async -> TransportError? {
        do throws(TransportError) {
            _ = try await exchange(request)
            return nil
        } catch {
            return error
        }
    }
}

extension TransportError {
    var signature: FaultSignature { FaultSignature(kind: kind, phase: phase) }
}
