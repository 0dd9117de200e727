import Foundation
import ParseOutput
import ParseTesting
import ParseTransport
import Testing

@Suite("What comes instead of a document, row by row")
struct RefusalBodyRowsTests {
    private let clock = ManualClock(.jumping)

    /// A refusal of ten megabytes, in pieces of 1 KiB, of which only the first have been sent when it is understood.
    private func refusal(_ status: Int, _ beginning: String, headers: HeaderFields = [:]) -> StreamingPeer.Answer {
        let beginning = Array(beginning.utf8)
        let filling = [UInt8](repeating: UInt8(ascii: " "), count: 1_024)
        let end = Array("<Code>ExpiredToken</Code><Message>Request has expired</Message></Error>".utf8)
        var steps: [StreamingPeer.Step] = .pieces((beginning + filling.dropFirst(beginning.count))[...], of: 1_024)
        steps += Array(repeating: .bytes(filling[...]), count: 10_239)
        steps.append(.bytes(end[...]))
        return StreamingPeer.Answer(status: status, headers: headers, length: 10 << 20, steps: steps)
    }

    /// What each level stands for ten of the level below.
    private static let laughs = """
        <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY a "&lol;&lol;"><!ENTITY b "&a;&a;">\
        <!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY u SYSTEM "https://169.254.169.254/">]>
        """

    @Test("D16 Of an error of ten megabytes 64 KiB are read, and what follows is not known")
    func d16_huge() async {
        let peer = StreamingPeer(on: clock, refusal(403, "<Error>"))
        let outcome = await read(peer.download(on: clock))
        // It is unknown why, so the URL is replaced once, like one that is refused without a reason.
        #expect(outcome.error?.code == .storageRefused)
        #expect(outcome.error?.status == 403)
        #expect(outcome.error?.storageCode == nil)
        #expect(peer.requests.count == 2)
        #expect(peer.traffic.bytes == 2 * 65_536)
        await peer.waitUntilHeld(0)
    }

    @Test("D16 Entities are not expanded and lead nowhere")
    func d16_entities() async {
        let said = "\(Self.laughs)<Error><Code>&b;</Code><Message>&file;&u;</Message></Error>"
        let peer = StreamingPeer(on: clock, refusal(403, said))
        let outcome = await read(peer.download(on: clock))
        #expect(outcome.error?.code == .storageRefused)
        // What stands there is taken as it is, and means as little as no code at all.
        #expect(outcome.error?.storageCode == "&b;")
        #expect(outcome.error?.message == "&file;&u;")
        #expect(peer.requests.count == 2)
        #expect(peer.requests.allSatisfy { $0.url.host == "storage.example" })
    }

    @Test("D16 How much is read of an error can be set")
    func d16_limit() async {
        let peer = StreamingPeer(on: clock, refusal(403, "<Error><Code>ExpiredToken</Code>"))
        let outcome = await read(peer.download(on: clock) { $0.errorBodyLimit = 10 })
        #expect(outcome.error?.storageCode == nil)
        #expect(peer.traffic.bytes == 2 * 1_024)
    }

    @Test(
        "E14 A bomb in a refusal is neither decoded nor read to its end",
        arguments: [403, 302, 404, 500, 200], ["gzip", nil])
    func e14_bomb(status: Int, coding: String?) async {
        var headers: HeaderFields = ["Content-Type": "text/html", "Location": "https://elsewhere.example/"]
        headers["Content-Encoding"] = coding
        let bomb = GzipBomb(of: 100_000_000).bytes[...]
        #expect(bomb.count > 90_000)
        let peer = StreamingPeer(
            on: clock,
            StreamingPeer.Answer(status: status, headers: headers, steps: .pieces(bomb, of: 1_024))
        )
        let outcome = await read(peer.download(on: clock))
        #expect(outcome.bytes.isEmpty)
        #expect(outcome.error != nil)
        #expect(outcome.error?.storageCode == nil)
        #expect(peer.traffic.bytes == peer.requests.count * 65_536)
        #expect(peer.requests.count == [403: 2, 302: 2, 404: 2, 500: 4, 200: 1][status])
        await peer.waitUntilHeld(0)
    }

    @Test("E14 A refusal whose body does not come is understood by its status all the same")
    func e14_silent() async {
        let silent = StreamingPeer.Answer(status: 404, steps: [.silence(.seconds(86_400))])
        let peer = StreamingPeer(on: clock, silent)
        let outcome = await read(peer.download(on: clock))
        #expect(outcome.error?.code == .outputGone)
        #expect(outcome.error?.status == 404)
        #expect(peer.requests.count == 2)
        await peer.waitUntilHeld(0)
    }

    @Test(
        "E30 What a proxy says instead of the storage ends the download at once",
        arguments: [
            (407, "text/html", DownloadError.Code.storageRefused),
            (200, "text/html; charset=utf-8", .unexpectedContent),
            (200, "application/xhtml+xml", .unexpectedContent), (511, "text/html", .storageRefused),
        ])
    func e30_proxy(status: Int, type: String, code: DownloadError.Code) async {
        let page = Array("<html><title>Log in</title></html>".utf8)
        let headers: HeaderFields = ["Content-Type": type, "Proxy-Authenticate": "Basic realm=\"office\""]
        let peer = StreamingPeer(on: clock, .init(status: status, headers: headers, steps: [.bytes(page[...])]))
        let outcome = await read(peer.download(on: clock))
        #expect(outcome.error?.code == code)
        #expect(outcome.error?.status == status)
        #expect(outcome.error?.limit == nil)
        #expect(outcome.error?.message.contains("proxy") == (status == 407))
        #expect(peer.requests.count == 1)
    }

    @Test(
        "E30 So does a page that calls itself JSON, however it begins", arguments: ["<html>", " \r\n\t<!DOCTYPE html>"])
    func e30_disguised(page: String) async {
        let headers: HeaderFields = ["Content-Type": "application/json"]
        let peer = StreamingPeer(on: clock, .init(headers: headers, steps: [.bytes(Array(page.utf8)[...])]))
        let outcome = await read(peer.download(on: clock))
        #expect(outcome.error?.code == .unexpectedContent)
        #expect(outcome.bytes.isEmpty)
        #expect(peer.requests.count == 1)
    }
}
