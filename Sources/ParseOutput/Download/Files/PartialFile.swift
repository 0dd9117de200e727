/// A file under way: it stands beside the one that it will become, and takes its place in one step once it is whole.
///
/// Its name is that of the file with `.part` behind it. It is locked while it is written, and a lock ends with its
/// process at the latest: so one that is not locked was left by a process that died, and makes way.
final class PartialFile: DocumentSink {
    private let target: String
    private let path: String
    private let file: SystemFile

    /// Creates it.
    ///
    /// - Parameter target: the path of the file that it will become.
    /// - Throws: why it cannot be written there.
    init(for target: String) throws(DownloadError) {
        self.target = target
        self.path = target + ".part"
        // A zero would end the path early, and so name another file.
        guard !target.isEmpty, !target.hasSuffix("/"), !target.utf8.contains(0) else {
            throw .notWritten(target, "that is not the path of a file")
        }
        // It would be found out at the very end only, or not at all: a device would be replaced by a file.
        switch SystemFile.identity(of: target)?.kind {
        case nil, .file, .link: break
        case .folder: throw .notWritten(target, "it is a directory")
        case .other: throw .notWritten(target, "it is neither a file nor a link")
        }
        do throws(SystemFault) {
            self.file = try Self.claimed(path)
        } catch {
            throw Self.notWritten(target, error)
        }
    }

    func append(_ piece: ArraySlice<UInt8>) throws(DownloadError) {
        try writing { () throws(SystemFault) in try file.append(piece) }
    }

    func empty() throws(DownloadError) {
        try writing { () throws(SystemFault) in try file.empty() }
    }

    func commit() throws(DownloadError) {
        try writing { () throws(SystemFault) in
            try file.flush()
            try SystemFile.move(path, to: target)
        }
    }

    func discard() {
        try? SystemFile.remove(path)
    }

    private func writing(_ body: () throws(SystemFault) -> Void) throws(DownloadError) {
        do throws(SystemFault) {
            try body()
        } catch {
            throw .notWritten(target, error.reason)
        }
    }

    /// Why the file cannot be begun.
    private static func notWritten(_ target: String, _ fault: SystemFault) -> DownloadError {
        switch fault {
        case .noSuchFolder: .notWritten(target, "the directory that it is to be in is not there")
        case .inUse: .notWritten(target, "it is being written already, beside it in \(target).part")
        default: .notWritten(target, fault.reason)
        }
    }

    /// Creates the file and locks it, in place of one that nobody has locked.
    ///
    /// Only who has locked what has the name may take the name away, so that no two of them can have it.
    private static func claimed(_ path: String) throws(SystemFault) -> SystemFile {
        for _ in 0..<100 {
            if let file = try SystemFile.created(at: path) {
                // Somebody who looked whether it was left may have taken it for that.
                if try file.lock(), try file.identity() == SystemFile.identity(of: path) { return file }
            } else if let left = try SystemFile.existing(at: path) {
                guard try left.lock() else { throw .inUse }
                if try left.identity() == SystemFile.identity(of: path) { try SystemFile.remove(path) }
            }
        }
        throw .inUse
    }
}
