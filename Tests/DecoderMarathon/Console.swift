import Foundation

/// Lines for whoever watches, there at once even where the output goes to a file.
enum Console {
    static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
