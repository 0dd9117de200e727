import ParseTransport
import Synchronization

/// Says whether it is still alive, and how often a source was made and asked.
final class Probe: Sendable {
    private let made = Mutex(0)
    private let asked = Mutex(0)

    var timesMade: Int { made.withLock { $0 } }
    var timesAsked: Int { asked.withLock { $0 } }

    func make() { made.withLock { $0 += 1 } }
    func ask() { asked.withLock { $0 += 1 } }
}

extension ResponseBody {
    /// A body of pieces whose closures hold a probe.
    init(_ pieces: [ArraySlice<UInt8>], length: Int64? = nil, failingWith fault: TransportError? = nil, probe: Probe) {
        self.init(length: length) {
            probe.make()
            var rest = pieces.makeIterator()
            return { () async throws(TransportError) in
                probe.ask()
                if let piece = rest.next() { return piece }
                if let fault { throw fault }
                return nil
            }
        }
    }
}
