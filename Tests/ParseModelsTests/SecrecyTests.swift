import Foundation
import ParseModels
import Testing

@Suite("Secrets")
struct SecrecyTests {
    @Test("No query of a presigned URL shows, however a value is printed", arguments: Fixture.all)
    func runs(_ fixture: Fixture) throws {
        var run = try fixture.run()
        run.metadata = [
            "link": "https://storage.example.invalid/a?X-Amz-Signature=topsecret",
            "list": ["http://b.example/?sig=topsecret"],
        ]
        for text in Self.printed(run) + Self.printed(run.output as Any) + Self.printed(run.metadata as Any) {
            #expect(!text.contains("topsecret"))
        }
    }

    @Test("A presigned URL shows where it leads and what its query names")
    func presigned() {
        let url = PresignedURL(rawValue: "https://me:pass@s.example/a/b.json?X-Amz-Expires=900&topsecret#topsecret")
        #expect(url.description == "https://<redacted>@s.example/a/b.json?X-Amz-Expires=<redacted>&<redacted>")
        #expect(Self.printed(url).allSatisfy { !$0.contains("topsecret") && !$0.contains("pass") })
        #expect(url.url?.host == "s.example")
    }

    static func printed(_ value: Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        return ["\(value)", String(reflecting: value), dumped]
    }
}
