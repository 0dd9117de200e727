import Foundation

/// A file read in pieces, one at a time, so that its size does not matter.
struct SavedFile: AsyncSequence, Sendable {
    typealias Element = ArraySlice<UInt8>
    typealias Failure = FileError

    /// Why a file cannot be read.
    struct FileError: Error, CustomStringConvertible {
        let description: String
    }

    let path: String

    init(path: String) throws(FileError) {
        var isDirectory: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw FileError(description: "\(path): there is no such file")
        }
        guard !isDirectory.boolValue else { throw FileError(description: "\(path): this is a folder") }
        self.path = path
    }

    func makeAsyncIterator() -> Iterator { Iterator(path: path) }

    struct Iterator: AsyncIteratorProtocol {
        let path: String
        private var handle: FileHandle?

        init(path: String) {
            self.path = path
        }

        mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(FileError) -> ArraySlice<UInt8>? {
            do {
                let open = try handle ?? FileHandle(forReadingFrom: URL(fileURLWithPath: path))
                handle = open
                guard let data = try open.read(upToCount: 65_536), !data.isEmpty else { return nil }
                return Array(data)[...]
            } catch {
                throw FileError(description: "\(path): it cannot be read")
            }
        }
    }
}
