import ParseModels
import ParseOutput
import ParseTransport
import Testing

@Suite("Where a storage's name may lead")
struct StoragePeersTests {
    /// The rule that a download's request carries.
    private func peers(_ url: String, _ storage: StoragePolicy = .standard) async throws -> PeerRule? {
        let transport = MockTransport([MockExchange(answer: .json("{}"))])
        let configuration = DownloadConfiguration(storage: storage)
        let download = ResumableDownload(over: transport, configuration: configuration) { PresignedURL(rawValue: url) }
        for try await _ in download {}
        return transport.requests.first?.peers
    }

    @Test("E16 The storage's address must be public")
    func e16_standard() async throws {
        #expect(try await peers("https://storage.example/a?sig=1") == .publicAddresses)
    }

    @Test(
        "E16 This machine is reached where that was allowed, and nothing else with it",
        arguments: [
            ("http://127.0.0.1:8080/a", PeerRule.any), ("http://LOCALHOST:8080/a", .any), ("http://[::1]:8080/a", .any),
            ("https://localhost/a", .any), ("https://storage.example/a", .publicAddresses),
        ])
    func e16_loopback(url: String, rule: PeerRule) async throws {
        #expect(try await peers(url, StoragePolicy(allowsLoopbackHTTP: true)) == rule)
    }

    @Test("E16 A storage behind a private endpoint can be allowed by name")
    func e16_privateEndpoint() async throws {
        let policy = StoragePolicy(hosts: .domains(["storage.example"]), peers: .any)
        #expect(try await peers("https://b.storage.example/a", policy) == .any)
    }
}
