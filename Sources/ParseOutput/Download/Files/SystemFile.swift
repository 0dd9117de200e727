#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#elseif canImport(Glibc)
    import Glibc
#endif

/// A file that is open for writing: the one place in this module where the system is called.
///
/// What is unsafe here is unsafe in two ways. A path is lent to the system as a string that ends in a zero, for as long
/// as the call takes; bytes are lent as the start and the count of what an array holds, and the system reads no more.
struct SystemFile: ~Copyable {
    private let descriptor: Int32

    private init(_ path: String, flags: Int32) throws(SystemFault) {
        descriptor = try Self.call { unsafe open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC | flags, 0o600) }
    }

    deinit {
        _ = close(descriptor)
    }

    /// Creates a file that nobody but its owner may open.
    ///
    /// - Returns: the file; `nil` where something has that name already, be it a link that leads nowhere.
    static func created(at path: String) throws(SystemFault) -> SystemFile? {
        do throws(SystemFault) {
            return try SystemFile(path, flags: O_CREAT | O_EXCL)
        } catch {
            guard error.number == EEXIST else { throw error }
            return nil
        }
    }

    /// Opens what is there, unless it is a link.
    ///
    /// - Returns: the file; `nil` where nothing has that name.
    static func existing(at path: String) throws(SystemFault) -> SystemFile? {
        do throws(SystemFault) {
            return try SystemFile(path, flags: O_NONBLOCK)
        } catch {
            guard error.number == ENOENT else { throw error }
            return nil
        }
    }

    /// Writes bytes behind those written before.
    borrowing func append(_ bytes: ArraySlice<UInt8>) throws(SystemFault) {
        var rest = bytes
        while !rest.isEmpty {
            let count = try Self.call {
                unsafe rest.withUnsafeBytes {
                    Int32(clamping: unsafe write(descriptor, $0.baseAddress, min($0.count, 1 << 30)))
                }
            }
            rest = rest.dropFirst(Int(count))
        }
    }

    /// Throws away what was written.
    borrowing func empty() throws(SystemFault) {
        _ = try Self.call { ftruncate(descriptor, 0) }
        _ = try Self.call { Int32(clamping: lseek(descriptor, 0, SEEK_SET)) }
    }

    /// Waits until what was written would outlast a loss of power.
    borrowing func flush() throws(SystemFault) {
        _ = try Self.call { fsync(descriptor) }
    }

    /// Locks it against others who ask; the lock ends with this value, or with the process.
    ///
    /// - Returns: whether it is locked now; `false` where somebody else has it locked.
    borrowing func lock() throws(SystemFault) -> Bool {
        do throws(SystemFault) {
            _ = try Self.call { flock(descriptor, LOCK_EX | LOCK_NB) }
            return true
        } catch {
            guard error.number == EWOULDBLOCK else { throw error }
            return false
        }
    }

    // MARK: Names

    /// What tells a file from every other one.
    struct Identity: Hashable {
        let device: UInt64
        let number: UInt64
        let kind: Kind

        /// What has the name.
        enum Kind: Hashable {
            case file, link, folder

            /// A device, a pipe, a socket.
            case other
        }

        fileprivate init(_ status: stat) {
            device = UInt64(truncatingIfNeeded: status.st_dev)
            number = UInt64(truncatingIfNeeded: status.st_ino)
            kind =
                switch status.st_mode & S_IFMT {
                case S_IFREG: .file
                case S_IFLNK: .link
                case S_IFDIR: .folder
                default: .other
                }
        }
    }

    borrowing func identity() throws(SystemFault) -> Identity {
        var status = stat()
        _ = try Self.call { unsafe fstat(descriptor, &status) }
        return Identity(status)
    }

    /// What has a name, be it a link; `nil` where nothing has.
    static func identity(of path: String) -> Identity? {
        var status = stat()
        return unsafe lstat(path, &status) == 0 ? Identity(status) : nil
    }

    /// Gives a file another name, in place of whatever had it.
    static func move(_ path: String, to target: String) throws(SystemFault) {
        _ = try call { unsafe rename(path, target) }
    }

    static func remove(_ path: String) throws(SystemFault) {
        _ = try call { unsafe unlink(path) }
    }

    /// Calls the system, again where a signal came in between.
    private static func call(_ body: () -> Int32) throws(SystemFault) -> Int32 {
        while true {
            let result = body()
            if result >= 0 { return result }
            let number = errno
            guard number == EINTR else { throw SystemFault(number: number) }
        }
    }
}

/// Why the system did not do what it was called for.
struct SystemFault: Error, Hashable {
    let number: Int32

    /// The file is being written by somebody else.
    static let inUse = SystemFault(number: EBUSY)

    /// A part of the path does not exist.
    static let noSuchFolder = SystemFault(number: ENOENT)

    /// The system's own words.
    var reason: String { unsafe String(cString: strerror(number)) }
}
