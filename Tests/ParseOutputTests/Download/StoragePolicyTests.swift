import Foundation
import ParseOutput
import Testing

@Suite("Which URLs are fetched")
struct StoragePolicyTests {
    @Test(
        "E15 Public names over https, as they stand",
        arguments: [
            "https://bucket.s3.us-east-1.amazonaws.com/o.json?X-Amz-Signature=a%2Fb", "https://storage.example:443/a",
            "HTTPS://Storage.EXAMPLE/a", "https://storage.example", "https://storage.example?a=b",
            "https://storage.example/a//b/../c?u=https://127.0.0.1/&v=a@b:1", "https://1.storage.example/a",
            // An internationalised name in the form that the DNS holds is a plain name.
            "https://xn--bcher-kva.example/a", "https://storage.xn--p1ai/a",
        ]
    )
    func e15_accepted(_ url: String) throws {
        #expect(try StoragePolicy.standard.check(url).absoluteString == url)
    }

    @Test("E15 Nothing else, whatever it looks like", arguments: URLTrick.allCases)
    func e15_refused(_ trick: URLTrick) {
        for url in trick.urls {
            let error = #expect(throws: DownloadError.self, "\(url)") { try StoragePolicy.standard.check(url) }
            #expect(error?.code == .unsafeURL, "\(url)")
        }
    }

    @Test("E15 Allowing this machine for trying things out allows nothing else", arguments: URLTrick.allCases)
    func e15_refusedLocally(_ trick: URLTrick) {
        let local = StoragePolicy(allowsLoopbackHTTP: true)
        let loopback: Set = [
            "https://127.0.0.1/a", "https://127.0.0.1:443/a", "https://[::1]/a", "https://localhost/a",
            "https://LOCALHOST/a", "https://localhost:443/a",
        ]
        for url in trick.urls where !loopback.contains(url) {
            #expect(throws: DownloadError.self, "\(url)") { try local.check(url) }
        }
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
        for url in [
            "http://[::1].evil.example/a", "http://localhost.evil.example/a", "http://localhost@evil.example/a",
            "http://127.0.0.1:80@evil.example/a", "http://127.0.0.2/a", "http://127.1/a", "http://[::1]:/a",
            "http://[::1]:80:80/a", "http://localhost:99999/a", "http:/localhost/a", "file://localhost/etc/passwd",
            "ftp://localhost/a",
        ] {
            #expect(throws: DownloadError.self, "\(url)") { try local.check(url) }
        }
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
