import Foundation
import PackagePlugin

/// Holds the import lines of a module against the arrows of the manifest.
///
/// What the manifest lets through by accident, such as a module that only happens to be built, is found here.
struct ImportCheck {
    let module: SwiftSourceModuleTarget
    let package: Package

    /// What the system has, and who may use more than the standard library and the essentials of Foundation.
    private static let everywhere: Set = ["FoundationEssentials", "Foundation", "Synchronization"]
    private static let system: [String: Set<String>] = [
        "ParseTransportURLSession": ["FoundationNetworking", "Dispatch"],
        "ParseTransportCurl": ["Glibc", "Musl", "Darwin", "Dispatch"],
        // For files, which the essentials of Foundation write whole only: `SystemFile` is all that calls the system.
        "ParseOutput": ["Glibc", "Musl", "Darwin"],
        // Sockets are the system's; it is what adapters are tested with, and no product.
        "LoopbackServer": ["Glibc", "Musl", "Darwin"],
        // Used by tests only, so nothing of it gets into an application.
        "ParseTransportConformance": ["Testing"],
        // The arrow of the other platform is conditional, and not among the dependencies on this one.
        "ParseKit": ["ParseTransportURLSession", "ParseTransportCurl"],
    ]

    func findings() throws -> [String] {
        // Tests and tools may import what they like; the libraries are what others build on.
        guard module.kind == .generic, module.directoryURL.path.contains("/Sources/") else { return [] }
        let arrows = module.dependencies.compactMap { dependency -> String? in
            if case .target(let target) = dependency { target.name } else { nil }
        }
        let allowed = Self.everywhere.union(arrows).union(Self.system[module.name] ?? [])
        return try module.sourceFiles(withSuffix: "swift").flatMap { file in
            try imports(in: file.url).filter { !allowed.contains($0.module) }.map { found in
                "\(file.url.path):\(found.line): \(module.name) may not import \(found.module)"
            } + bareFoundation(in: file.url)
        }
    }

    private func imports(in file: URL) throws -> [(line: Int, module: String)] {
        let lines = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().compactMap { index, line in
            let words = line.split { $0 == " " || $0 == "\t" }
            guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
                words[..<place].allSatisfy({ Self.modifiers.contains(String($0)) || $0.hasPrefix("@") })
            else { return nil }
            return (index + 1, String(words[place + 1].prefix { $0 != "." }))
        }
    }

    /// Who needs it: for `URLSession`, and for threads, conditions and file handles.
    private static let wholeFoundation: Set = ["ParseTransportURLSession", "LoopbackServer"]

    /// All of Foundation only where its essentials are not to be had, so that no Linux binary carries it for nothing.
    private func bareFoundation(in file: URL) throws -> [String] {
        guard !Self.wholeFoundation.contains(module.name) else { return [] }
        let text = try String(contentsOf: file, encoding: .utf8)
        let isBare = text.split(separator: "\n").contains {
            ["import Foundation", "public import Foundation"].contains($0)
        }
        return isBare ? ["\(file.path): import FoundationEssentials where it can be imported"] : []
    }

    private static let modifiers: Set = ["public", "internal", "package", "fileprivate", "private"]
}
