#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One of the service's regions, by its name in the environment; open to those added later.
public struct Region: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// The region's short name.
    public let rawValue: String

    /// Makes a region of its short name.
    ///
    /// - Parameter rawValue: the name, such as `us2`.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The first production region in the United States, the default.
    public static let us1 = Region(rawValue: "us1")

    /// The second region in the United States.
    public static let us2 = Region(rawValue: "us2")

    /// The region in the European Union.
    public static let eu1 = Region(rawValue: "eu1")

    /// Where the region's API is; `nil` for a name that this version does not know.
    ///
    /// The short forms `us` and `eu` are known as well.
    public var baseURL: URL? {
        switch rawValue.lowercased() {
        case "us", "us1": URL(string: "https://api.extend.ai")
        case "us2": URL(string: "https://api.us2.extend.app")
        case "eu", "eu1": URL(string: "https://api.eu1.extend.ai")
        default: nil
        }
    }

    /// The region's short name.
    public var description: String { rawValue }
}
