import Foundation
import Testing

@Suite("What the models alone are linked with")
struct LinkageTests {
    /// Beside the test bundle, where the package manager puts every product.
    private static let consumer = URL(fileURLWithPath: CommandLine.arguments[0])
        .resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("ModelsOnlyConsumer")

    #if os(Linux)
        @Test("No networking, no libcurl and no Foundation beyond its essentials, and it runs")
        func libraries() throws {
            let libraries = try Self.output(of: "/usr/bin/env", ["ldd", Self.consumer.path])
            #expect(libraries.contains("libFoundationEssentials"))
            #expect(!libraries.contains("libFoundationNetworking"))
            #expect(!libraries.contains("libFoundation.so"))
            #expect(!libraries.contains("libcurl"))
            #expect(try Self.output(of: Self.consumer.path, []) == "Tide table\n")
        }
    #endif

    private static func output(of program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = pipe
        try process.run()
        return String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
}
