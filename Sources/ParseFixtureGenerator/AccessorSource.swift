import ParseTesting

/// The source that hands out the fixtures of a target.
struct AccessorSource {
    let fixtures: [Fixture]

    var text: String {
        """
        // Made by ParseFixtures of the recordings in this target; a change here is lost.
        import Foundation
        import ParseTesting

        /// The recorded runs of this target.
        enum ParseFixture {
        \(fixtures.map(accessor).joined(separator: "\n\n"))
        }

        private func recorded(_ name: String) throws(RecordingError) -> RecordedRun {
            let resource = "\(Fixture.resourcePrefix)" + name
            guard let path = Bundle.module.path(forResource: resource, ofType: "\(ParseRecording.fileExtension)") else {
                throw RecordingError("the recording \\(name) is not among the target's resources")
            }
            return try RecordedRun(contentsOf: path)
        }

        """
    }

    private func accessor(_ fixture: Fixture) -> String {
        let name = fixture.name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return """
                /// \(fixture.name): \(fixture.summary).
                static var \(fixture.accessor): RecordedRun {
                    get throws(RecordingError) { try recorded("\(name)") }
                }
            """
    }
}
