#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Why a recording cannot be made, written, read or used, and where.
///
/// It names places, never contents.
public struct RecordingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, in plain words.
    public let message: String

    /// The line in the recording's text, from 1; `nil` where it is about no line.
    public let line: Int?

    /// The file's path; `nil` where there is no file.
    public let path: String?

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - message: what is wrong, in plain words.
    ///   - line: the line in the recording's text, from 1. Default: none.
    ///   - path: the file's path. Default: none.
    public init(_ message: String, line: Int? = nil, path: String? = nil) {
        self.message = message
        self.line = line
        self.path = path
    }

    /// The place as editors read it, `path:line:`, and what is wrong.
    public var description: String {
        let place = [path ?? (line == nil ? nil : "line"), line.map(String.init)].compactMap(\.self)
        return place.isEmpty ? message : place.joined(separator: path == nil ? " " : ":") + ": " + message
    }

    func at(_ path: String) -> RecordingError {
        RecordingError(message, line: line, path: path)
    }
}

extension RecordingError: LocalizedError {
    /// The description, for whoever shows or logs an error by its `localizedDescription`.
    public var errorDescription: String? { description }
}
