extension ParseError {
    /// What the client was doing; open to operations added later.
    public struct Operation: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
        /// The operation's name.
        public let rawValue: String

        /// Makes an operation of its name.
        ///
        /// - Parameter rawValue: the name, that of the client's method.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The operation's name.
        public var description: String { rawValue }

        /// Setting up the client.
        public static let configuration = Operation(rawValue: "configuration")

        /// ``ParseClient/parseRun(_:responseType:)``.
        public static let parseRun = Operation(rawValue: "parseRun")

        /// ``ParseClient/waitForParseRun(_:responseType:timeout:onUpdate:)``.
        public static let waitForParseRun = Operation(rawValue: "waitForParseRun")

        /// ``ParseClient/chunks(of:)``, ``ParseClient/blocks(of:)``, ``ParseClient/output(of:)`` and whatever else reads an
        /// output.
        public static let output = Operation(rawValue: "output")
    }
}
