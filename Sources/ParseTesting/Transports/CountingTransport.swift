public import ParseTransport
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Sends through another transport, and counts what goes through.
///
/// ```swift
/// let transport = CountingTransport(api)
/// let client = try ParseClient(token: api.token, transport: transport)
/// …
/// #expect(transport.count.mostInFlight <= 4)
/// ```
public final class CountingTransport: Transport {
    private let base: any Transport
    private let ledger = Ledger()

    /// Counts what goes through a transport.
    ///
    /// - Parameter base: what sends the requests.
    public init(_ base: any Transport) {
        self.base = base
    }

    /// What has gone through so far.
    public var count: TransportCount { ledger.count.withLock { $0 } }

    /// Whatever the other transport can do.
    public var capabilities: TransportCapabilities { base.capabilities }

    /// Sends through the other transport.
    ///
    /// - Parameter request: the request.
    /// - Returns: its response, whose body is counted as it is read.
    /// - Throws: whatever it throws.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        let flight = Flight(request, in: ledger)
        var response: TransportResponse
        do throws(TransportError) {
            response = try await base.send(request)
        } catch {
            ledger.count.withLock { $0.failures += 1 }
            throw error
        }
        let body = response.body
        response.body = ResponseBody(length: body.length) {
            var pieces = body.makeAsyncIterator()
            return { () async throws(TransportError) in
                do throws(TransportError) {
                    let piece = try await pieces.next(isolation: #isolation)
                    if let piece { flight.carry(piece.count) } else { flight.land() }
                    return piece
                } catch {
                    flight.land()
                    throw error
                }
            }
        }
        return response
    }

    private final class Ledger: Sendable {
        let count = Mutex(TransportCount())
    }

    /// A request on its way: it has landed with the end of its body, or once nobody can read of it any more.
    private final class Flight: Sendable {
        private let ledger: Ledger
        private let hasLanded = Mutex(false)

        init(_ request: TransportRequest, in ledger: Ledger) {
            self.ledger = ledger
            ledger.count.withLock { count in
                count.requests += 1
                count.inFlight += 1
                count.mostInFlight = max(count.mostInFlight, count.inFlight)
                count.paths[request.url.path(percentEncoded: true), default: 0] += 1
                if let origin = Origin(request.url) { count.origins[origin, default: 0] += 1 }
            }
        }

        deinit {
            land()
        }

        func land() {
            guard
                hasLanded.withLock({ landed in
                    defer { landed = true }; return !landed
                })
            else { return }
            ledger.count.withLock { $0.inFlight -= 1 }
        }

        func carry(_ bytes: Int) {
            ledger.count.withLock { $0.bytes += bytes }
        }
    }
}
