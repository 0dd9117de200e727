import Foundation
import ParseModels
import Testing

@testable import ParseOutput

@Suite("How long a presigned URL lives, by its query")
struct PresignedLifetimeTests {
    /// Noon of 2026-11-24, UTC.
    private static let noon = Date(timeIntervalSince1970: 1_795_521_600)

    private func lifetime(_ query: String) -> PresignedLifetime {
        PresignedLifetime(of: PresignedURL(rawValue: "https://storage.example/output.json?\(query)"))
    }

    @Test(
        "A time of signing and a duration, of S3 and of Google Cloud Storage",
        arguments: [
            "X-Amz-Algorithm=a&X-Amz-Date=20261124T120000Z&X-Amz-Expires=900&X-Amz-Signature=b",
            "X-Amz-Expires=900&X-Amz-Date=20261124T120000Z", "x-amz-expires=900&x-amz-date=20261124T120000Z",
            "X-AMZ-EXPIRES=900&X-AMZ-DATE=20261124T120000Z", "X-Goog-Date=20261124T120000Z&X-Goog-Expires=900",
            "x-goog-date=20261124T120000Z&X-GOOG-EXPIRES=0900", "X-Amz-Date=20261124T120000Z&X-Amz-Expires=%3900",
            // What else is named does not matter beside them.
            "Expires=1&X-Amz-Date=20261124T120000Z&X-Amz-Expires=900&se=2020-01-01T00:00:00Z",
        ])
    func signed(query: String) {
        #expect(lifetime(query).duration == .seconds(900))
        #expect(lifetime(query).end == Self.noon.addingTimeInterval(900))
    }

    @Test(
        "An end: of CloudFront and the older S3, and of Azure",
        arguments: [
            "Expires=1795522500&Signature=a&Key-Pair-Id=b", "AWSAccessKeyId=a&expires=1795522500&Signature=b",
            "sv=2022-11-02&se=2026-11-24T12%3A15%3A00Z&sr=b&sig=a", "SE=2026-11-24T12:15:00Z",
            "st=2026-11-24T12:00:00Z&se=2026-11-24T12:15:00Z",
        ])
    func end(query: String) {
        #expect(lifetime(query).duration == nil)
        #expect(lifetime(query).end == Self.noon.addingTimeInterval(900))
    }

    @Test(
        "A duration whose time of signing cannot be read counts from the receipt", arguments: ["", "yesterday", "2026"])
    func unreadableDate(date: String) {
        let lifetime = lifetime("X-Amz-Date=\(date)&X-Amz-Expires=60")
        #expect(lifetime.duration == .seconds(60))
        #expect(lifetime.end == nil)
    }

    @Test(
        "What cannot be read is taken for nothing",
        arguments: [
            "", "a", "X-Amz-Expires=", "X-Amz-Expires", "X-Amz-Expires=-900", "X-Amz-Expires=1e3", "X-Amz-Expires=0x10",
            "X-Amz-Expires=9999999999999", "X-Amz-Expires=900.5", "X-Amz-Expires=٩٠٠", "X-Amz-Date=20261124T120000Z",
            "Expires=Tue, 24 Nov 2026 12:15:00 GMT", "Expires=inf", "se=soon", "se=", "seconds=900",
            "X-Amz-Expires=+900",
        ])
    func nothing(query: String) {
        #expect(lifetime(query) == lifetime("n=1"))
        #expect(lifetime(query).duration == nil)
        #expect(lifetime(query).end == nil)
    }

    @Test("Where something is named twice, one of them counts")
    func twice() {
        let lifetime = lifetime("X-Amz-Expires=60&X-Amz-Expires=900&X-Amz-Date=20261124T120000Z")
        #expect(lifetime.duration == .seconds(900))
    }
}
