import ParseOutput
import ParseTransport

/// Everything that is decided before a script begins: the object, its host, the way to it, the download, the reader.
struct Script: Sendable {
    let seed: UInt64

    /// The versions of the object, each taking the place of the one before.
    let versions: [ObjectVersion]

    /// What a host says of them; one that lies says the same of all.
    let validators: ObjectVersion.Validators
    let isLying: Bool

    /// How many bytes are in each block of a gzip file; `nil` where the document is stored as it is.
    let gzipBlock: Int?

    let host: Host
    let capabilities: TransportCapabilities
    let configuration: DownloadConfiguration
    let attempts: Int
    let reader: Reader

    /// How much time passes between two looks at the clock, as it does outside.
    let tick: Duration

    /// Whether jobs run in any order, instead of one after the other as they come up.
    let isShuffled: Bool

    /// The host and the way to it.
    struct Host: Sendable {
        var framing: Framing

        /// What may happen, with how many chances in a hundred, and how often in all.
        var faults: [Fault]
        var faultRate: Int
        var mostFaults: Int

        /// How long its URLs live, and how they say it.
        var urlLifetime: Int
        var urlForm: URLForm

        /// How often no URL is to be had, or the last one once more, in a hundred calls.
        var urlFailureRate: Int
        var urlRepeatRate: Int

        /// How many seconds its clock is ahead.
        var skew: Int

        /// The most bytes in a piece, and the longest time between two.
        var pieceBytes: Int
        var longestLag: Double

        /// Whether a body that ends early ends without a fault.
        var hidesShortBodies: Bool
    }

    /// How a body says where it ends.
    enum Framing: Sendable, CaseIterable {
        case length, chunked, closing
    }

    /// How a URL says how long it lives.
    enum URLForm: Sendable, CaseIterable {
        case amazon, google, epoch, silent
    }

    /// How the bytes are read.
    struct Reader: Sendable {
        /// Whether all are collected, instead of taken as they come.
        var collects: Bool

        /// How often it pauses, in a thousand pieces, and how long at most.
        var pauseRate: Int
        var longestPause: Double

        /// How often it leaves in the middle, in a thousand pieces.
        var leaveRate: Int

        /// How often it goes on from a token, after an error or having left.
        var mostResumes: Int

        /// After how many jobs it is cancelled.
        var cancelledAfter: Int?
    }

    /// Whether the transport undoes the object's encoding.
    var isUndone: Bool { gzipBlock != nil && capabilities.decompressesBodies }

    /// The number of bytes in the space that offsets count in.
    func addressedBytes(of version: ObjectVersion) -> [UInt8] {
        isUndone ? version.content : version.stored
    }

    /// Whether the host says of each version that it is another one.
    var tellsVersionsApart: Bool { isStrict && validators.areAny }

    /// Whether another version can be told by more than a few bytes compared.
    var isStrict: Bool { !isLying && configuration.validation == .strict }
}
