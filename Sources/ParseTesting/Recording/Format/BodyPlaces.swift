import ParseOutput

/// Where the bytes of a body stand in the text of its recording.
struct BodyPlaces: Sendable {
    /// The line that the body's section or, where there is one, the body begins in, from 1.
    var firstLine: Int

    /// Behind how many bytes of the body each of its lines begins, the first one's included.
    var starts: [Int] = [0]

    /// The line that holds a byte.
    func line(at offset: Int64) -> Int {
        let index = starts.lastIndex { $0 <= offset } ?? 0
        return firstLine + index
    }

    /// What a decoder found, with its line instead of its byte.
    func error(_ error: OutputDecodingError, of what: String) -> RecordingError {
        let place = error.path.isEmpty ? "" : " at \(error.path)"
        return RecordingError("\(what) does not decode\(place): \(error.message)", line: line(at: error.byteOffset))
    }
}
