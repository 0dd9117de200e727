import Foundation

/// Looks for public symbols of a module that nobody has written a word about.
struct DocumentationCheck {
    let module: String
    let directory: URL

    private struct Graph: Decodable {
        let symbols: [Symbol]
        let relationships: [Relationship]
    }

    private struct Relationship: Decodable {
        let kind: String
        let source: String
        let sourceOrigin: Origin?

        struct Origin: Decodable {
            let displayName: String
        }
    }

    private struct Symbol: Decodable {
        let identifier: Identifier
        let pathComponents: [String]
        let docComment: Comment?
        let location: Location?

        struct Identifier: Decodable {
            let precise: String
        }

        struct Comment: Decodable {
            let lines: [Line]

            struct Line: Decodable {
                let text: String
            }
        }

        struct Location: Decodable {
            let uri: String
            let position: Position

            struct Position: Decodable {
                let line: Int
            }
        }

        var isDocumented: Bool {
            docComment?.lines.contains { !$0.text.allSatisfy(\.isWhitespace) } ?? false
        }
    }

    func findings() throws -> [String] {
        let files = try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
        let own = files.filter { file in
            let name = file.lastPathComponent
            return name == "\(module).symbols.json" || name.hasPrefix("\(module)@")
        }
        guard !own.isEmpty else { throw HouseError(description: "There is no symbol graph of \(module).") }
        return try own.flatMap { file in
            let graph = try JSONDecoder().decode(Graph.self, from: Data(contentsOf: file))
            // A witness may inherit the words of the requirement it fulfils.
            let inherited = Set(graph.relationships.filter { $0.sourceOrigin != nil }.map(\.source))
            return graph.symbols.compactMap { symbol -> String? in
                guard !symbol.isDocumented, let location = symbol.location,
                    !inherited.contains(symbol.identifier.precise)
                else { return nil }
                let name = symbol.pathComponents.joined(separator: ".")
                return "\(location.uri):\(location.position.line + 1): \(module).\(name) has no documentation"
            }
        }
    }
}
