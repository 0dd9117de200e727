/// What a download has done so far.
public struct DownloadReport: Sendable, Hashable {
    /// The bytes that came over the wire, those read again included.
    public var wireBytes: Int64 = 0

    /// The stored bytes that were handed to the reader.
    public var deliveredBytes: Int64 = 0

    /// The offset in the stored document at which it began: 0, or that of a resume token.
    public var startOffset: Int64 = 0

    /// How far the reader is in the stored document: with ``totalBytes``, what a progress bar shows.
    public var position: Int64 { startOffset + deliveredBytes }

    /// The stored document's length in bytes, once the storage host has told it.
    public var totalBytes: Int64?

    /// How many requests were sent to the storage host.
    public var opens = 0

    /// How many of them went on behind bytes that had been handed out.
    public var resumes = 0

    /// How many of those were joined on the word of a few bytes compared alone.
    ///
    /// Never more than 0 unless ``DownloadConfiguration/validation`` is lenient.
    public var weakResumes = 0

    /// How many URLs were asked for beyond the first.
    public var refreshes = 0

    /// How often a document that had changed was begun anew, where it was collected or saved.
    ///
    /// ``deliveredBytes`` and ``totalBytes`` are then those of the last one, all else is that of all of them.
    public var restarts = 0

    /// The time in which no bytes came, by what began it; to the next new byte, waits and refreshes included.
    public var lostTime: [Loss: Duration] = [:]

    /// Makes the report of a download that has not begun.
    public init() {}

    /// The report of a pass that began anew after another one.
    func following(_ earlier: DownloadReport) -> DownloadReport {
        var sum = self
        sum.wireBytes += earlier.wireBytes
        sum.opens += earlier.opens
        sum.resumes += earlier.resumes
        sum.weakResumes += earlier.weakResumes
        sum.refreshes += earlier.refreshes
        sum.restarts = earlier.restarts + 1
        sum.lostTime.merge(earlier.lostTime, uniquingKeysWith: +)
        return sum
    }

    /// What keeps bytes from coming, open to causes added later.
    public struct Loss: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
        /// The cause's name.
        public let rawValue: String

        /// Makes a cause of its name.
        ///
        /// - Parameter rawValue: the name, in lower camel case.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The cause's name.
        public var description: String { rawValue }

        /// The connection broke.
        public static let interruption = Loss(rawValue: "interruption")

        /// The storage host fell silent, or nearly so.
        public static let stall = Loss(rawValue: "stall")

        /// The storage host answered with an error that might pass.
        public static let refusal = Loss(rawValue: "refusal")

        /// The URL ran out.
        public static let expiry = Loss(rawValue: "expiry")
    }
}

extension DownloadReport: CustomStringConvertible {
    /// How far it is and what it took, in one line.
    public var description: String {
        let lost = lostTime.values.reduce(.zero, +)
        let parts = [
            "\(position) of \(totalBytes.map { "\($0)" } ?? "?") bytes",
            "\(wireBytes) over the wire",
            "\(opens) requests",
            resumes > 0 ? "\(resumes) resumes" : nil,
            refreshes > 0 ? "\(refreshes) new URLs" : nil,
            restarts > 0 ? "begun anew \(restarts) times" : nil,
            lost > .zero ? "\(lost) lost" : nil,
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }
}
