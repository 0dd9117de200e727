#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A recording as it was read from its text, with the places of its bodies.
struct RecordingFile: Sendable {
    var recording = ParseRecording()
    var exchangePlaces: [BodyPlaces] = []
    var documentPlaces: [BodyPlaces] = []

    init(_ text: String) throws(RecordingError) {
        var reader = RecordingReader(text)
        try reader.read(into: &self)
    }

    init(contentsOf path: String) throws(RecordingError) {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw RecordingError("the file cannot be read", path: path)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw RecordingError("the file is not UTF-8", path: path)
        }
        do throws(RecordingError) {
            try self.init(text)
        } catch {
            throw error.at(path)
        }
    }
}
