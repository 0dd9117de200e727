import Foundation
import PackagePlugin

/// `swift package check-house`: fails if a module imports what it may not, or hides a public symbol without a word.
@main
struct CheckHouse: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let libraries = context.package.products(ofType: LibraryProduct.self).flatMap(\.targets)
        var findings: [String] = []
        for target in context.package.targets {
            guard let module = target as? SwiftSourceModuleTarget else { continue }
            findings += try ImportCheck(module: module, package: context.package).findings()
        }
        for target in libraries {
            guard target is SwiftSourceModuleTarget else { continue }
            let graphs = try packageManager.getSymbolGraph(
                for: target,
                options: .init(minimumAccessLevel: .public, includeSynthesized: false, includeSPI: false)
            )
            findings += try DocumentationCheck(module: target.name, directory: graphs.directoryURL).findings()
        }
        for finding in findings.sorted() { print("error: \(finding)") }
        guard findings.isEmpty else {
            throw HouseError(description: "\(findings.count) findings")
        }
        print("check-house: \(libraries.count) libraries import what they may, and every public symbol is documented")
    }
}

struct HouseError: Error, CustomStringConvertible {
    let description: String
}
