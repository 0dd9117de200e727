extension OutputDecodingError {
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

        /// The bytes are not JSON, or a member came twice that may come only once.
        ///
        /// Troubleshooting: a proxy's HTML page, a compressed body or a byte order mark fails at byte 0; look at the bytes
        /// at the offset.
        public static let malformed = Code(rawValue: "malformed")

        /// The bytes ended before the document did.
        ///
        /// Troubleshooting: the transfer broke off; fetch the rest or the whole again. Everything delivered is good.
        public static let truncated = Code(rawValue: "truncated")

        /// A string holds bytes that are not UTF-8.
        ///
        /// Troubleshooting: the document was damaged or stored in another encoding on its way.
        public static let invalidUTF8 = Code(rawValue: "invalidUTF8")

        /// A `\u` escape holds half a surrogate pair.
        ///
        /// Troubleshooting: whoever wrote the document cut a string between two UTF-16 units.
        public static let loneSurrogate = Code(rawValue: "loneSurrogate")

        /// A value has another type than its member has in the API, or is text where that is a date.
        ///
        /// Troubleshooting: the path names the member; compare its value with the API's reference.
        public static let typeMismatch = Code(rawValue: "typeMismatch")

        /// An object lacks a member without which it is of no use.
        ///
        /// Troubleshooting: the path names the object, the message the member.
        public static let missingMember = Code(rawValue: "missingMember")

        /// A number is too large for its type, or has a fraction where only whole numbers make sense.
        ///
        /// Troubleshooting: the path names the member; its value is no coordinate, count or confidence.
        public static let numberOutOfRange = Code(rawValue: "numberOutOfRange")

        /// The document exceeds one of the ``DecodingLimits``.
        ///
        /// Troubleshooting: raise the limit that the message names, or read blocks one by one instead of chunks.
        public static let limitExceeded = Code(rawValue: "limitExceeded")

        /// The document is JSON, but neither a parse output nor a run that holds one.
        ///
        /// Troubleshooting: a run that is not processed yet, or was asked for with a URL, holds no output.
        public static let notAnOutput = Code(rawValue: "notAnOutput")
    }
}
