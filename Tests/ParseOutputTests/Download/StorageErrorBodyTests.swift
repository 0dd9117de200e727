import Foundation
import Testing

@testable import ParseOutput

@Suite("What a storage host says of a refusal")
struct StorageErrorBodyTests {
    private func read(_ text: String) -> StorageErrorBody { StorageErrorBody(Array(text.utf8)) }

    @Test("S3's word of an expiry is read")
    func expired() {
        let said = read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>AccessDenied</Code><Message>Request has expired</Message><X-Amz-Expires>300</X-Amz-Expires>\
            <Expires>2026-11-24T12:05:00Z</Expires><ServerTime>2026-11-24T14:00:00Z</ServerTime>\
            <RequestId>R</RequestId></Error>
            """)
        #expect(said.code == "AccessDenied")
        #expect(said.message == "Request has expired")
        #expect(said.serverTime == Date(timeIntervalSince1970: 1_795_528_800))
        #expect(said.objectSize == nil)
        #expect(said.meaning == .expired)
    }

    @Test("So is its word of a range that is not there")
    func range() {
        let said = read("<Error><Code>InvalidRange</Code><ActualObjectSize>1234</ActualObjectSize></Error>")
        #expect(said.objectSize == 1_234)
        #expect(said.meaning == .unknown)
    }

    @Test(
        "Codes and words mean what providers mean by them",
        arguments: [
            ("ExpiredToken", "", StorageErrorBody.Meaning.expired), ("ExpiredRequest", "", .expired),
            ("AuthenticationFailed", "", .expired), ("SignatureDoesNotMatch", "", .badSignature),
            ("RequestTimeTooSkewed", "", .tooEarly), ("AccessDenied", "Request is not valid yet", .tooEarly),
            ("SlowDown", "", .slowDown), ("ServerBusy", "", .slowDown), ("InternalError", "", .passing),
            ("RequestTimeout", "", .passing), ("AccessDenied", "Request HAS EXPIRED", .expired),
            ("AccessDenied", "There were headers present in the request which were not signed", .ownMistake),
            ("InvalidArgument", "Only one auth mechanism allowed", .ownMistake),
            ("AccessDenied", "Access Denied", .unknown),
            ("expiredtoken", "", .unknown), ("", "", .unknown),
        ])
    func meaning(code: String, message: String, meaning: StorageErrorBody.Meaning) {
        #expect(read("<Error><Code>\(code)</Code><Message>\(message)</Message></Error>").meaning == meaning)
    }

    @Test(
        "What is no such tag says nothing",
        arguments: [
            "", "<", "<Code>", "<Code></Code>", "</Code>a<Code>", "<Code>a", "<Code >a</Code>", "<code>a</code>",
            "<Code/>", "&lt;Code&gt;a&lt;/Code&gt;", "{\"Code\":\"a\"}", "<Code>a</Code", "<!-- Code -->",
        ])
    func nothing(text: String) {
        #expect(read(text) == .silent)
    }

    @Test("What stands between the tags is taken as it is: no entity, no nesting, no reference")
    func literal() {
        #expect(read("<Code>&lol9;</Code>").code == "&lol9;")
        #expect(read("<Code><![CDATA[ExpiredToken]]></Code>").code == "<![CDATA[ExpiredToken]]>")
        #expect(read("<Code><Code>a</Code></Code>").code == "<Code>a")
        #expect(read("<Code>a</Code><Code>b</Code>").code == "a")
        #expect(read("<x:Code>a</x:Code>").code == nil)
    }

    @Test("What is long is cut, and bytes that are no UTF-8 do no harm")
    func long() {
        let long = String(repeating: "a", count: 60_000)
        let said = read("<Code>\(long)</Code><Message>\(long)</Message><ActualObjectSize>\(long)</ActualObjectSize>")
        #expect(said.code?.count == 64)
        #expect(said.message?.count == 256)
        #expect(said.objectSize == nil)
        let broken = StorageErrorBody([0xFF, 0xFE] + Array("<Code>a".utf8) + [0xC3] + Array("</Code>".utf8))
        #expect(broken.code == "a\u{FFFD}")
        #expect(StorageErrorBody([UInt8](repeating: 0xFF, count: 65_536)) == .silent)
    }

    @Test("Numbers and dates that are none say nothing", arguments: ["-1x", "", "1.5", "99999999999999999999", "0x10"])
    func noNumber(text: String) {
        let said = read("<ActualObjectSize>\(text)</ActualObjectSize><ServerTime>\(text)</ServerTime>")
        #expect(said.objectSize == nil)
        #expect(said.serverTime == nil)
    }
}
