extension JSONReader {
    /// Reads an array of values that must not be null.
    mutating func readRequiredArray<Element: JSONReadable>(
        of type: Element.Type = Element.self
    ) throws(JSONFault) -> [Element] {
        let start = offset(of: position)
        guard let elements = try readArray(of: type) else {
            throw .typeMismatch(expected: JSONKind.array.name, found: .null, at: start)
        }
        return elements
    }
}
