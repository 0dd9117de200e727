/// Why nothing was recorded, in one line.
struct RecorderError: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
