import Foundation
import ParseModels
import ParseOutput
import ParseTesting
import ParseTransport
import Synchronization
import Testing

@Suite("URLs that downloads share, row by row", .timeLimit(.minutes(5)))
struct SharedURLRowsTests {
    private static func url(_ number: Int) -> PresignedURL {
        PresignedURL(rawValue: "https://storage.example/output.json?n=\(number)")
    }

    @Test("D9 Eight downloads whose URL expires ask for another one together, once")
    func d9_singleFlight() async {
        let object = StoredBytes(count: 10_000)
        let clock = ManualClock()
        let peer = StreamingPeer(on: clock) { request, _ in
            guard request.url.absoluteString.hasSuffix("n=1") else { return .object(object) }
            return StreamingPeer.Answer(
                status: 403,
                headers: ["Content-Type": "application/xml"],
                steps: [.bytes(Array("<Error><Message>Request has expired</Message></Error>".utf8)[...])]
            )
        }
        let calls = Mutex(0)
        let urls = SharedURLSource(first: Self.url(1)) {
            let number = calls.withLock { count in
                count += 1
                return count
            }
            // So that the eight of them wait for it.
            while peer.requests.count < 8 { await Task.yield() }
            return Self.url(number + 1)
        }
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let outcome = await read(peer.download(on: clock, urls: urls))
                    return outcome.error == nil && outcome.bytes == object.bytes
                }
            }
            for await isWhole in group { #expect(isWhole) }
        }
        #expect(calls.withLock { $0 } == 1)
        #expect(peer.requests.count == 16)
        #expect(peer.requests.suffix(8).allSatisfy { $0.url.absoluteString.hasSuffix("n=2") })
    }
}
