import Foundation

/// The program behind the plugin `ParseFixtures`: checks recordings, and writes an accessor for each.
@main
struct FixtureGenerator {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let problems = run(arguments)
        for problem in problems { try? FileHandle.standardError.write(contentsOf: Data((problem + "\n").utf8)) }
        exit(problems.isEmpty ? 0 : 1)
    }

    /// Runs the program.
    ///
    /// - Parameter arguments: the Swift file to write, and the recordings, which are copied beside it.
    /// - Returns: what is wrong, a diagnostic a line, as compilers write them.
    static func run(_ arguments: [String]) -> [String] {
        guard let output = arguments.first.map(URL.init(fileURLWithPath:)) else {
            return ["error: usage: ParseFixtureGenerator OUTPUT.swift RECORDING…"]
        }
        var problems: [String] = []
        var fixtures: [Fixture] = []
        for path in arguments.dropFirst().sorted() {
            do throws(FixtureProblem) {
                let fixture = try Fixture(path: path)
                if let other = fixtures.first(where: { $0.accessor == fixture.accessor }) {
                    throw FixtureProblem(
                        path: path, message: "its accessor is called \(fixture.accessor), as that of \(other.path) is")
                }
                // They are copied into one directory, which on some systems does not tell them apart.
                if let other = fixtures.first(where: { $0.name.lowercased() == fixture.name.lowercased() }) {
                    throw FixtureProblem(path: path, message: "it is called as \(other.path) is, but for its case")
                }
                fixtures.append(fixture)
            } catch {
                problems.append(error.description)
            }
        }
        guard problems.isEmpty else { return problems }
        do {
            for fixture in fixtures { try fixture.copy(to: output.deletingLastPathComponent()) }
            try AccessorSource(fixtures: fixtures).text.write(to: output, atomically: true, encoding: .utf8)
            return []
        } catch {
            return ["\(output.path): error: the accessors cannot be written there"]
        }
    }
}
