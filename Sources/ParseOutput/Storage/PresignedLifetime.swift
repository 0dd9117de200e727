import ParseModels
import ParseTransport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How long a presigned URL lives, as its query says.
///
/// The names are those of S3 and its kin (`X-Amz-Date` with `X-Amz-Expires`, and the older `Expires`), of Google Cloud
/// Storage (`X-Goog-Date` with `X-Goog-Expires`) and of Azure (`se`).
struct PresignedLifetime: Sendable, Hashable {
    /// How long it lives from its signing on; `nil` where only the end is named.
    let duration: Duration?

    /// When it ends, on the storage host's clock; `nil` where nothing is named.
    let end: Date?

    /// A URL whose query names nothing lives as long as the service says of all of them.
    static let documented = Duration.seconds(900)

    init(of url: PresignedURL) {
        let items = Self.queryItems(of: url)
        for (dateName, durationName) in [("x-amz-date", "x-amz-expires"), ("x-goog-date", "x-goog-expires")] {
            guard let seconds = items[durationName].flatMap(Self.seconds) else { continue }
            self.duration = .seconds(seconds)
            let signed = items[dateName].flatMap { try? Date($0, strategy: Self.basicFormat) }
            self.end = signed?.addingTimeInterval(seconds)
            return
        }
        self.duration = nil
        if let epoch = items["expires"].flatMap(Self.seconds) {
            self.end = Date(timeIntervalSince1970: epoch)
        } else {
            self.end = items["se"].flatMap { try? Date($0, strategy: .iso8601) }
        }
    }

    private static let basicFormat = Date.ISO8601FormatStyle(timeZone: .gmt)
        .dateSeparator(.omitted)
        .timeSeparator(.omitted)

    /// The items by their names in lower case, since providers and proxies differ in it.
    private static func queryItems(of url: PresignedURL) -> [String: String] {
        let items = URLComponents(string: url.rawValue)?.queryItems ?? []
        return items.reduce(into: [:]) { $0[$1.name.lowercased()] = $1.value }
    }

    private static func seconds(_ text: String) -> Double? {
        Int64(digits: text, atMost: 12).map { Double($0) }
    }
}
