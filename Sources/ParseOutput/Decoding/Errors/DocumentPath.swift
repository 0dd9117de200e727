/// A place in a document as text: `chunks[12].blocks[3].boundingBox.left`.
struct DocumentPath: Sendable, CustomStringConvertible {
    private(set) var description = ""

    mutating func append(index: Int) {
        description += "[\(index)]"
    }

    mutating func append(member: String) {
        description += description.isEmpty ? member : "." + member
    }

    mutating func append(_ other: DocumentPath) {
        guard !other.description.isEmpty else { return }
        let joins = description.isEmpty || other.description.hasPrefix("[")
        description += joins ? other.description : "." + other.description
    }
}
