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

        /// Every URL the service gave was refused as expired.
        ///
        /// Troubleshooting: check the device's clock, and for a proxy that rewrites URLs.
        public static let expired = Code(rawValue: "expired")

        /// The storage host has no such object.
        ///
        /// Troubleshooting: the run was deleted, or its retention time is over.
        public static let outputGone = Code(rawValue: "outputGone")

        /// The storage host redirected elsewhere; redirects are never followed.
        ///
        /// Troubleshooting: a captive portal or proxy in between answers for the storage host.
        public static let redirectRefused = Code(rawValue: "redirectRefused")

        /// The storage host refused or failed in another way.
        ///
        /// Troubleshooting: see the status and the storage code.
        public static let storageRefused = Code(rawValue: "storageRefused")

        /// What was answered is not a JSON document.
        ///
        /// Troubleshooting: an HTML or XML page comes from a proxy or from the storage provider's error pages.
        public static let unexpectedContent = Code(rawValue: "unexpectedContent")

        /// The document is longer than ``DownloadConfiguration/maximumBytes``.
        ///
        /// Troubleshooting: raise the limit; a streamed output needs no memory for it.
        public static let tooLarge = Code(rawValue: "tooLarge")

        /// The document ended before the length it had announced.
        ///
        /// Troubleshooting: usually passing; start the download again.
        public static let truncated = Code(rawValue: "truncated")

        /// The exchange with the storage host broke off.
        ///
        /// Troubleshooting: the error underneath says how; it is usually passing.
        public static let interrupted = Code(rawValue: "interrupted")

        /// The task was cancelled.
        ///
        /// Troubleshooting: not a fault; whoever cancelled knows why.
        public static let cancelled = Code(rawValue: "cancelled")
    }
}
