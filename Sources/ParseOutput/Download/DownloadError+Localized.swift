#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension DownloadError: LocalizedError {
    /// The description, for whoever shows or logs an error by its `localizedDescription`.
    public var errorDescription: String? { description }
}
