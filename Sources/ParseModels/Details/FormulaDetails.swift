/// Details of a formula: `formula_details`.
public struct FormulaDetails: Sendable, Hashable, Codable {
    /// The formula in LaTeX: the field `latex`.
    public var latex: String?

    /// Makes a value of its fields; those left out are not there.
    ///
    /// - Parameters:
    ///   - latex: the formula in LaTeX: the field `latex`.
    public init(
        latex: String? = nil
    ) {
        self.latex = latex
    }

    enum CodingKeys: String, CodingKey {
        case latex
    }
}
