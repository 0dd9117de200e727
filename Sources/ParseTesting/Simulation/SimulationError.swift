#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Why a simulation is not what its test means: never empty, without any secret.
public struct SimulationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, in the order it was noticed.
    public let problems: [SimulationProblem]

    init(_ problems: [SimulationProblem]) {
        self.problems = problems
    }

    init(_ kind: SimulationProblem.Kind, _ message: String) {
        self.init([SimulationProblem(kind, message)])
    }

    /// The problems, a line each.
    public var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}

extension SimulationError: LocalizedError {
    /// The description, for whoever shows or logs an error by its `localizedDescription`.
    public var errorDescription: String? { description }
}
