import Foundation
import LoopbackServer
import ParseTransport
import ParseTransportCurl
import Testing

@Suite("CurlTransport", .timeLimit(.minutes(1)))
struct CurlTransportTests {
    let transport = CurlTransport(configuration: .standard.with { $0.usesProxyFromEnvironment = false })

    @Test("A response comes back with its status, fields and body")
    func wholeResponse() async throws {
        let server = try LoopbackServer(always: .response(status: 201, headers: [("X-One", "1")], body: "hello"))
        let response = try await transport.send(TransportRequest(url: server.url(path: "/a")))
        #expect(response.status == 201)
        #expect(response.headers["x-one"] == "1")
        #expect(response.body.length == 5)
        #expect(try await response.body.collect(upTo: 100) == Array("hello".utf8))
    }

    @Test("Ten megabytes arrive whole")
    func large() async throws {
        let server = try LoopbackServer(always: .generated(10_000_000))
        let response = try await transport.send(TransportRequest(url: server.url(path: "/a")))
        var offset = 0
        var pieces = 0
        for try await piece in response.body {
            pieces += 1
            for byte in piece {
                if byte != LoopbackAnswer.patternByte(at: offset) { Issue.record("differs at \(offset)"); return }
                offset += 1
            }
        }
        print("pieces", pieces)
        #expect(offset == 10_000_000)
    }
}
