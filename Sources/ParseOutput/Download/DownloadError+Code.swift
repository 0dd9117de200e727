extension DownloadError {
    /// What went wrong, open to codes added later.
    public struct Code: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
        /// The code's name.
        public let rawValue: String

        /// Makes a code of its name.
        ///
        /// - Parameter rawValue: the name, in lower camel case.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The code's name.
        public var description: String { rawValue }

        /// The service gave no URL for the output.
        ///
        /// Troubleshooting: see the error underneath; the run may have failed or been deleted.
        public static let urlUnavailable = Code(rawValue: "urlUnavailable")

        /// The URL is not one that outputs may be fetched from.
        ///
        /// Troubleshooting: the message says why. ``StoragePolicy`` is where hosts are allowed.
        public static let unsafeURL = Code(rawValue: "unsafeURL")

        /// A resume token does not belong to what it was used for.
        ///
        /// Troubleshooting: use a token only for the run that it names; begin anew without it.
        public static let tokenRefused = Code(rawValue: "tokenRefused")

        /// Every URL the service gave was refused as expired.
        ///
        /// Troubleshooting: check the device's clock, and for a proxy that rewrites URLs.
        public static let expired = Code(rawValue: "expired")

        /// The storage host has no such object.
        ///
        /// Troubleshooting: the run was deleted, or its retention time is over.
        public static let outputGone = Code(rawValue: "outputGone")

        /// The document is another one than the one that was begun with.
        ///
        /// The error's count of bytes says how many of the old one were handed out. Troubleshooting: throw them away and
        /// begin anew; somebody has written the object again, or the run.
        public static let outputChanged = Code(rawValue: "outputChanged")

        /// The storage host redirected elsewhere; redirects are never followed.
        ///
        /// Troubleshooting: a captive portal or proxy in between answers for the storage host.
        public static let redirectRefused = Code(rawValue: "redirectRefused")

        /// The storage host refused or failed in another way.
        ///
        /// Troubleshooting: see the status and the storage code.
        public static let storageRefused = Code(rawValue: "storageRefused")

        /// The storage host says that it should not have been asked like this.
        ///
        /// Troubleshooting: a proxy may add header fields or credentials; otherwise a mistake of this framework, please
        /// report it.
        public static let invalidRequest = Code(rawValue: "invalidRequest")

        /// What was answered contradicts itself or what was asked.
        ///
        /// Troubleshooting: look for proxies and caches that rewrite answers.
        public static let protocolViolation = Code(rawValue: "protocolViolation")

        /// The part of the document that came begins too late, twice.
        ///
        /// Troubleshooting: look for caches that do not understand ranges.
        public static let rangeGap = Code(rawValue: "rangeGap")

        /// The download broke off and cannot be gone on with by ranges.
        ///
        /// Troubleshooting: begin anew; ``DownloadConfiguration/rereadLimit`` is how much may be read again to get on.
        public static let cannotResume = Code(rawValue: "cannotResume")

        /// More requests were sent than one download may send.
        ///
        /// Troubleshooting: go on with the resume token, on a better network.
        public static let tooManyOpens = Code(rawValue: "tooManyOpens")

        /// The download took longer than ``DownloadConfiguration/timeout``.
        ///
        /// Troubleshooting: raise it, or go on with the resume token.
        public static let timedOut = Code(rawValue: "timedOut")

        /// The stored bytes are not what their encoding says.
        ///
        /// Troubleshooting: begin anew; if it stays, the stored object is damaged.
        public static let corruptEncoding = Code(rawValue: "corruptEncoding")

        /// What was answered is not a JSON document.
        ///
        /// Troubleshooting: an HTML or XML page comes from a proxy or from the storage provider's error pages.
        public static let unexpectedContent = Code(rawValue: "unexpectedContent")

        /// The document is longer than ``DownloadConfiguration/maximumBytes``.
        ///
        /// Troubleshooting: raise the limit; a streamed output needs no memory for it.
        public static let tooLarge = Code(rawValue: "tooLarge")

        /// The encoded document ended before its end.
        ///
        /// Troubleshooting: usually passing; start the download again.
        public static let truncated = Code(rawValue: "truncated")

        /// Nothing tells whether the document came whole: it had no length and no version, and the transport tells of no
        /// other end than that of the connection.
        ///
        /// Troubleshooting: read its chunks, whose decoder knows where a document ends; or allow
        /// ``ResumeValidation/lenient``, which asks the host for what might follow.
        public static let endUnproven = Code(rawValue: "endUnproven")

        /// The file that the document was to be saved to could not be written.
        ///
        /// Troubleshooting: the message has the system's own reason, such as a full disk. Nothing was left behind, and a
        /// file that was there before is as it was.
        public static let writeFailed = Code(rawValue: "writeFailed")

        /// The exchange with the storage host broke off again and again.
        ///
        /// Troubleshooting: the error underneath says how; it is usually passing. The resume token goes on from here.
        public static let interrupted = Code(rawValue: "interrupted")

        /// The task was cancelled.
        ///
        /// Troubleshooting: not a fault; whoever cancelled knows why.
        public static let cancelled = Code(rawValue: "cancelled")
    }
}
