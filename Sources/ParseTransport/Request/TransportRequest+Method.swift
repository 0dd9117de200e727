extension TransportRequest {
    /// An HTTP method, open to those not named here.
    public struct Method: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
        /// The method as sent, case-sensitive.
        public let rawValue: String

        /// Makes a method of its name.
        ///
        /// - Parameter rawValue: the name as sent, such as `PATCH`.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// `GET`.
        public static let get = Method(rawValue: "GET")

        /// `HEAD`.
        public static let head = Method(rawValue: "HEAD")

        /// `POST`.
        public static let post = Method(rawValue: "POST")

        /// `PUT`.
        public static let put = Method(rawValue: "PUT")

        /// `DELETE`.
        public static let delete = Method(rawValue: "DELETE")

        /// Whether the method only reads (RFC 9110, section 9.2.1), so that sending it twice does no harm.
        public var isSafe: Bool {
            switch rawValue {
            case "GET", "HEAD", "OPTIONS", "TRACE": true
            default: false
            }
        }

        /// Whether sending it twice does no more than sending it once (RFC 9110, section 9.2.2).
        public var isIdempotent: Bool {
            isSafe || self == .put || self == .delete
        }

        /// The method as sent.
        public var description: String { rawValue }
    }
}
