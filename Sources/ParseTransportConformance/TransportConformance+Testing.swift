#if canImport(Testing)
    public import ParseTransport
    public import Testing

    extension TransportConformance: CustomTestStringConvertible {
        /// The case in words, such as `half header line`.
        public var testDescription: String {
            rawValue.map { $0.isUppercase ? " \($0.lowercased())" : "\($0)" }.joined()
        }

        /// The cases that a transport is to be tested with: all but those it says it cannot keep.
        ///
        /// - Parameter reasons: the cases left out, each with the reason, which a reader of the test wants to know. An
        ///   exclusion without one ends the test program. Default: none.
        /// - Returns: the other cases, in their order.
        public static func cases(excluding reasons: [TransportConformance: String] = [:]) -> [TransportConformance] {
            for (rule, reason) in reasons {
                precondition(!reason.allSatisfy(\.isWhitespace), "\(rule.rawValue) is excluded without a reason")
            }
            return allCases.filter { reasons[$0] == nil }
        }

        /// Proves the case on a transport, and records an issue for everything that is wrong.
        ///
        /// - Parameters:
        ///   - options: what the case has to know of the transport. Default: the standard ones.
        ///   - sourceLocation: where the issues are recorded. Default: where this is called.
        ///   - makeTransport: makes the transport, once.
        /// - Throws: what making the transport threw, or that this machine gives no socket to listen on.
        public func run(
            options: TransportConformanceOptions = .standard,
            sourceLocation: SourceLocation = #_sourceLocation,
            on makeTransport: @Sendable () throws -> any Transport
        ) async throws {
            for finding in try await findings(options: options, on: makeTransport) {
                Issue.record(Comment(rawValue: finding), sourceLocation: sourceLocation)
            }
        }
    }
#endif
