import Foundation
import ParseOutput
import Testing

@Suite("Which URLs are fetched")
struct StoragePolicyTests {
    @Test(
        "Public names over https",
        arguments: [
            "https://bucket.s3.us-east-1.amazonaws.com/o.json?X-Amz-Signature=a%2Fb", "https://storage.example:443/a",
        ]
    )
    func accepted(_ url: String) throws {
        #expect(try StoragePolicy.standard.check(url).absoluteString == url)
    }

    @Test(
        "Nothing else",
        arguments: [
            "http://s.example/a", "file:///etc/passwd", "ftp://s.example/a", "https://u:p@s.example/a",
            "https://u@s.example/a",
            "https://127.0.0.1/a", "https://10.0.0.5/a", "https://169.254.169.254/a", "https://[::1]/a",
            "https://[fe80::1]/a",
            "https://2130706433/a", "https://0x7f.0.0.1/a", "https://0177.0.0.1/a", "https://127.1/a",
            "https://localhost/a",
            "https://s.example./a", "https://intranet/a", "https://db.internal/a", "https://printer.local/a",
            "https://bücher.example/a",
            "https://s.exa%2Fmple/a", "https://s.example:22/a", "https://s.example:8443/a",
            "https://s.example\\@evil.example/a",
            "https://s.example/a#b", "https://s.example/a b", "https://s.example/\r\nX: y", "https:///a",
            "//s.example/a", "",
            "https://s..example/a", "https://-s.example/a",
        ]
    )
    func refused(_ url: String) {
        let error = #expect(throws: DownloadError.self) { try StoragePolicy.standard.check(url) }
        #expect(error?.code == .unsafeURL)
    }

    @Test("A URL is at most 8 KiB long, and its query is never shown")
    func long() {
        let url = "https://s.example/a?X-Amz-Signature=topsecret" + String(repeating: "a", count: 9_000)
        let error = #expect(throws: DownloadError.self) { try StoragePolicy.standard.check(url) }
        #expect(error.map { !"\($0)".contains("topsecret") } == true)
    }

    @Test("Loopback over http only where it is allowed")
    func loopback() throws {
        let local = StoragePolicy(allowsLoopbackHTTP: true)
        for url in ["http://127.0.0.1:8080/a", "http://localhost/a", "http://[::1]:9/a"] {
            #expect(throws: DownloadError.self) { try StoragePolicy.standard.check(url) }
            #expect(try local.check(url).absoluteString == url)
        }
        #expect(throws: DownloadError.self) { try local.check("http://10.0.0.1/a") }
        #expect(throws: DownloadError.self) { try local.check("http://s.example/a") }
    }

    @Test("A domain stands for itself and the names below it")
    func domains() throws {
        let policy = StoragePolicy(hosts: .domains(["amazonaws.com"]))
        #expect(throws: DownloadError.self) { try policy.check("https://evil-amazonaws.com/a") }
        #expect(throws: DownloadError.self) { try policy.check("https://amazonaws.com.evil.example/a") }
        _ = try policy.check("https://amazonaws.com/a")
        _ = try policy.check("https://b.S3.AmazonAWS.com/a")
    }
}
