import Foundation
import ParseModels
import ParseOutput
import ParseRetry
import ParseTesting
import ParseTransport
import Synchronization
import Testing

@Suite("What hosts, settings and tokens may not bring about", .timeLimit(.minutes(1)))
struct HardeningTests {
    private let object = StoredBytes(count: 100_000)
    private let clock = ManualClock(.jumping)

    @Test("A limit of no pause at all costs no request", arguments: [0, -1])
    func noPause(seconds: Int) async {
        let clock = ManualClock()
        let peer = StreamingPeer.storage(of: object, on: clock)
        let (bytes, error) = await read(peer.download(on: clock) { $0.pauseLimit = .seconds(seconds) })
        #expect(error == nil)
        #expect(bytes == object.bytes)
        #expect(peer.requests.count == 1)
    }
}
