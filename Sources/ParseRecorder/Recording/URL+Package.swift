import Foundation

extension URL {
    /// Whether there is a directory.
    var isDirectory: Bool {
        (try? FileManager.default.attributesOfItem(atPath: resolvingSymlinksInPath().path)[.type] as? FileAttributeType)
            == .typeDirectory
    }

    /// The path as it is shown: below a directory without it.
    func path(relativeTo directory: URL) -> String {
        let (whole, base) = (standardizedFileURL.path, directory.standardizedFileURL.path + "/")
        return whole.hasPrefix(base) ? String(whole.dropFirst(base.count)) : whole
    }
}
